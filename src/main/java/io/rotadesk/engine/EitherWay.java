package io.rotadesk.engine;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something by the model and, when the model fails, all of it again without, each in a transaction of its own. Those who
 * can put the model right are told.
 */
@Component
public class EitherWay {

    private final Troubles troubles;
    private final TransactionTemplate transaction;

    EitherWay(Troubles troubles, PlatformTransactionManager transactions) {
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Somebody or something new: entered in any case. */
    public <T> T start(String unitId, String entry, Function<Boolean, T> work) {
        return run(unitId, entry, TroubleKind.NOT_STARTED, work);
    }

    /**
     * What became of something that is known.
     *
     * @throws ModelFailedException when its process is suspended: nothing was changed, it is to be sent again
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
