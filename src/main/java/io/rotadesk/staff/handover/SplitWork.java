package io.rotadesk.staff.handover;

import java.util.List;

/** Work of a leaver that is split among several colleagues, whom the manager names; customers are such work. */
public interface SplitWork extends LeaversWork {

    /**
     * Splits all of it evenly. Runs in the caller's transaction.
     *
     * @param to at least one colleague
     */
    void give(String unitId, String from, List<String> to);

    @Override
    default void give(String unitId, String from, String to) {
        give(unitId, from, List.of(to));
    }
}
