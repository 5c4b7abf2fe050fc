package io.rotadesk.leasing.visit;

import java.util.Collection;
import java.util.Map;

/**
 * What the visit register asks of the process that guides a visit; implemented by {@code visit.process}. Where the model
 * cannot, a {@link io.rotadesk.engine.ModelFailedException} says so.
 */
public interface VisitProcess {

    /** Starts the process of a visit that is in the register, in the caller's transaction. */
    void announced(VisitKey visit);

    /** The appointment has another time or place. */
    void moved(VisitKey visit);

    /** There will be no visit. */
    void cancelled(VisitKey visit);

    /** The visitor is here before somebody was sent to meet them. */
    void arrived(VisitKey visit);

    /**
     * The one who waits in line can be received.
     *
     * @param byHelper whether the agent stands in for the earlier one (L3.2d)
     */
    void turnCame(VisitKey visit, String agent, boolean byHelper);

    /** The visitor has left without having been received. */
    void left(VisitKey visit);

    /** Puts a visit that went on without the model before somebody again. */
    void resume(Visit visit);

    /** Takes the instance of a visit away that cannot go on, if there is one. */
    void remove(VisitKey visit);

    /**
     * What is being done for visitors just now.
     *
     * @return by visit, the id of the model's user task that is open; nothing for who has none
     */
    Map<VisitKey, String> openTasks(Collection<VisitKey> visits);

    /** Forgets what open tasks of a visit show of the customer; the tasks stay. */
    void forget(VisitKey visit);
}
