package io.rotadesk.engine;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds open entries without a running process, and has them repaired one after the other. */
@Component
public class LostEntries {

    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    LostEntries(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param lost SQL that selects them: {@code from} a table that is called {@code x} and has an {@code id}, and a
     *     condition
     * @param type the type of the id
     * @param seeing repairs one entry; gets each id in a transaction of its own, which locks the row
     */
    public <K> void mend(String lost, Class<K> type, Consumer<K> seeing) {
        OneByOne.mend(
                db.sql("select x.id" + lost + " limit " + AT_ONCE).query(type).list(),
                id -> transaction.executeWithoutResult(status -> {
                    if (isStill(lost, type, id)) {
                        seeing.accept(id);
                    }
                }));
    }

    /** The row is now locked and checked again, since another transaction may just have changed it. */
    private <K> boolean isStill(String lost, Class<K> type, K id) {
        return db.sql("select x.id" + lost + " and x.id = :id for update")
                .param("id", id)
                .query(type)
                .optional()
                .isPresent();
    }
}
