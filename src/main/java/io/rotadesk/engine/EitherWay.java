package io.rotadesk.engine;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something with the model and, if the model fails, does all of it again without, each in a transaction of its
 * own. The people who can repair the model are told.
 */
@Component
public class EitherWay {

    private final Troubles troubles;
    private final TransactionTemplate transaction;

    EitherWay(Troubles troubles, PlatformTransactionManager transactions) {
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** For a new contact, which is entered in any case. */
    public <T> T start(String unitId, String entry, Function<Boolean, T> work) {
        return run(unitId, entry, TroubleKind.NOT_STARTED, work);
    }

    /**
     * For an event of a known contact.
     *
     * @throws ModelFailedException if its process is suspended; nothing was changed, and the sender should try again
     */
    public <T> T goOn(String unitId, String entry, Function<Boolean, T> work) {
        return run(unitId, entry, TroubleKind.NOT_GUIDED, work);
    }

    /** @param work is told whether to do without the model */
    private <T> T run(String unitId, String entry, TroubleKind kind, Function<Boolean, T> work) {
        try {
            return transaction.execute(status -> work.apply(false));
        } catch (ModelFailedException e) {
            boolean paused = kind == TroubleKind.NOT_GUIDED && e.isSuspended();
            T done = paused ? null : transaction.execute(status -> work.apply(true));
            troubles.note(unitId, e.process(), e.element(), paused ? TroubleKind.SUSPENDED : kind, entry);
            if (paused) {
                throw e;
            }
            return done;
        }
    }
}
