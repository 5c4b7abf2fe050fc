package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.paper.Delivery.How;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that petitioners received their papers. */
@Service
@Transactional
public class PaperDeliveries {

    /** The longest name or relation of a receiver. */
    public static final int MAX_RECEIVER = 60;

    /** The longest note about a delivery. */
    public static final int MAX_NOTE = 500;

    private final PaperRows rows;
    private final PaperRights rights;
    private final Matters matters;
    private final Notices notices;
    private final Clock clock;

    PaperDeliveries(PaperRows rows, PaperRights rights, Matters matters, Notices notices, Clock clock) {
        this.rows = rows;
        this.rights = rights;
        this.matters = matters;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param at not before the paper was signed, to the minute, and not in the future
     * @param receiver required when it is handed over in person
     * @throws PaperRefusal naming the field
     */
    public Paper deliver(PaperId id, How how, Instant at, String receiver, String relation, String note, String by) {
        Paper paper = rows.hold(id);
        rights.requireEdits(paper, matters.get(paper.matterId()), by);
        Paper delivered = paper.delivered(new Delivery(
                how,
                at,
                text("receiver", receiver, MAX_RECEIVER),
                text("relation", relation, MAX_RECEIVER),
                text("note", note, MAX_NOTE),
                by,
                clock.instant()));
        if (!paper.kind().isDelivered()) {
            throw new PaperRefusal("how", "how.notDelivered");
        }
        if (how == null) {
            throw new PaperRefusal("how", "how.missing");
        }
        requireTime(paper, at);
        if (how == How.IN_PERSON && delivered.delivery().receiver() == null) {
            throw new PaperRefusal("receiver", "receiver.missing");
        }
        notices.settle(paper.unitId(), id.value());
        return rows.save(paper, delivered);
    }

    private void requireTime(Paper paper, Instant at) {
        if (at == null) {
            throw new PaperRefusal("at", "at.missing");
        }
        // People write minutes.
        if (at.isBefore(paper.signing().at().truncatedTo(ChronoUnit.MINUTES))) {
            throw new PaperRefusal("at", "at.beforeSigned");
        }
        if (at.isAfter(clock.instant())) {
            throw new PaperRefusal("at", "at.future");
        }
    }

    private static String text(String field, String typed, int longest) {
        String text = SafeText.orNull(typed);
        if (text != null && text.length() > longest) {
            throw new PaperRefusal(field, field + ".tooLong", longest);
        }
        return text;
    }
}
