package io.rotadesk.staff.unit;

import java.util.List;

/** The kind of a unit. Its queues, its wording and its settings follow from it. It never changes. */
public enum UnitKind {
    /** A leasing department: two teams that swap calls and visits (L1.1). */
    LEASING(Queue.CALL, Queue.VISIT, Queue.HELPER),
    /** A petition reception point: staff without teams, who receive in turn (P1, P3). */
    PETITION(Queue.PETITION);

    private final List<Queue> queues;

    UnitKind(Queue... queues) {
        this.queues = List.of(queues);
    }

    /** The queues of such a unit; the first is the one that pages show first. */
    public List<Queue> queues() {
        return queues;
    }

    /** The queues that people are assigned to for the day; the others only provide stand-ins. */
    public List<Queue> dutyQueues() {
        return queues.stream().filter(queue -> queue != Queue.HELPER).toList();
    }

    /** Whether its people belong to team A or B. */
    public boolean hasTeams() {
        return this == LEASING;
    }
}
