package io.rotadesk.staff.unit;

import java.util.List;

/** What a unit is there for; its queues, its wording and its settings follow from it. It never changes. */
public enum UnitKind {
    /** A leasing department: two teams that swap calls and visits (L1.1). */
    LEASING(Queue.CALL, Queue.VISIT, Queue.HELPER),
    /** A petition reception point: staff without teams, who receive in turn (P1, P3). */
    PETITION(Queue.PETITION);

    private final List<Queue> queues;

    UnitKind(Queue... queues) {
        this.queues = List.of(queues);
    }

    /** The queues of such a unit, the first being what one looks at first. */
    public List<Queue> queues() {
        return queues;
    }

    /** The queues that people stand in for the day; from the others only stand-ins are taken. */
    public List<Queue> dutyQueues() {
        return queues.stream().filter(queue -> queue != Queue.HELPER).toList();
    }

    /** Whether its people are in team A or B. */
    public boolean hasTeams() {
        return this == LEASING;
    }
}
