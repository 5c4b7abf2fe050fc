package io.rotadesk.leasing.visit;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * The process that guides a visit; implemented by {@code visit.process}. If the model fails, it throws a {@link
 * io.rotadesk.engine.ModelFailedException}.
 */
public interface VisitProcess {

    /** Starts the process of a visit that is in the register, in the caller's transaction. */
    void announced(VisitKey visit);

    /** The appointment was moved to another time or place. */
    void moved(VisitKey visit);

    /** The appointment was cancelled. */
    void cancelled(VisitKey visit);

    /** The visitor is here before somebody was sent to meet them. */
    void arrived(VisitKey visit);

    /**
     * The visitor in line can be received.
     *
     * @param byHelper whether the agent stands in for the earlier one (L3.2d)
     */
    void turnCame(VisitKey visit, String agent, boolean byHelper);

    /** The visitor has left without having been received. */
    void left(VisitKey visit);

    /**
     * The visitor is here, and somebody was sent to meet them before: it rings at that agent.
     *
     * @param until the end of the ring
     */
    void isHere(VisitKey visit, Instant until);

    /** Gives a visit that went on without the model to somebody again. */
    void resume(Visit visit);

    /** Removes the instance of a visit that cannot go on, if there is one. */
    void remove(VisitKey visit);

    /**
     * The present steps of visits.
     *
     * @return the id of the model's open user task, by visit; visits without one are left out
     */
    Map<VisitKey, String> openTasks(Collection<VisitKey> visits);

    /** Empties the customer's data in open tasks of a visit; the tasks stay. */
    void forget(VisitKey visit);
}
