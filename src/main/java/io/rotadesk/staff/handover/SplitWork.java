package io.rotadesk.staff.handover;

import java.util.List;

/** Work of a leaver that is split among several colleagues, as customers are. The manager names them. */
public interface SplitWork extends LeaversWork {

    /**
     * Splits all of it evenly. Belongs to the caller's transaction.
     *
     * @param to at least one colleague
     */
    void give(String unitId, String from, List<String> to);

    @Override
    default void give(String unitId, String from, String to) {
        give(unitId, from, List.of(to));
    }
}
