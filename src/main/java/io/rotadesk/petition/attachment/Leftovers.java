package io.rotadesk.petition.attachment;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Content outside of the database that nobody needs any more. It is noted before content is written, and when an attachment goes; a
 * sweep removes it. So a crash at any moment leaves nothing behind, and no folder or bucket is ever listed.
 */
@Component
class Leftovers implements Mending {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    /** Longer than any upload takes from here to its commit. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    /** Before a store that was away is asked about the same content again. */
    private static final Duration AWAY = Duration.ofMinutes(5);

    private record Leftover(AttachmentId id, Keeping keptIn) {}

    private final JdbcClient db;
    private final Stores stores;
    private final MendingSweep sweep;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    Leftovers(JdbcClient db, Stores stores, MendingSweep sweep, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.stores = stores;
        this.sweep = sweep;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Content is about to be written. Committed at once; it is a leftover unless its attachment is there in time. */
    void begin(AttachmentId id, Keeping keptIn) {
        ownTransaction.executeWithoutResult(own -> note(id, keptIn, UNDER_WAY));
    }

    /**
     * The attachment of this content is there, if the transaction commits.
     *
     * @return false if a sweep has removed the content meanwhile
     */
    boolean settle(AttachmentId id) {
        return db.sql("delete from attachment_leftover where attachment_id = ?")
                        .param(id.value())
                        .update()
                > 0;
    }

    /** The attachment goes, if the transaction commits; its content then follows at once. */
    void leave(Attachment attachment) {
        note(attachment.id(), attachment.keptIn(), Duration.ZERO);
        sweep.lookAfterCommit(this);
    }

    private void note(AttachmentId id, Keeping keptIn, Duration later) {
        db.sql("""
                        insert into attachment_leftover (attachment_id, kept_in, due_at) values (?, ?, ?)
                        on conflict (attachment_id) do update set due_at = excluded.due_at""")
                .param(id.value())
                .param(keptIn.name())
                .param(Timestamp.from(clock.instant().plus(later)))
                .update();
    }

    /**
     * Stops at the first one that cannot be removed, since a store that is away would take its time for each of them. That one comes
     * last then, so that it keeps no other back.
     */
    @Override
    public void mend() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = Boolean.TRUE.equals(ownTransaction.execute(own -> removeOne()));
        }
    }

    private boolean removeOne() {
        Optional<Leftover> due = db.sql("""
                        select attachment_id, kept_in from attachment_leftover
                        where due_at <= ? order by due_at limit 1 for update skip locked""")
                .param(Timestamp.from(clock.instant()))
                .query((row, nr) -> new Leftover(
                        new AttachmentId(row.getString("attachment_id")), Keeping.valueOf(row.getString("kept_in"))))
                .optional();
        if (due.isEmpty()) {
            return false;
        }
        AttachmentId id = due.get().id();
        Keeping keptIn = due.get().keptIn();
        try {
            stores.of(keptIn).remove(id);
        } catch (StoreException e) {
            log.warn("The content of attachment {} is still there; a later sweep tries again: {}", id, e.toString());
            note(id, keptIn, AWAY);
            return false;
        }
        settle(id);
        return true;
    }
}
