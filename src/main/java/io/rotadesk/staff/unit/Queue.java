package io.rotadesk.staff.unit;

/** A queue in which people take turns. Each queue of a unit has its own order and its own pointer. */
public enum Queue implements SettingChoice {
    /** Calls: the day's call team (L1.2). */
    CALL,
    /** Visitors: the day's visit team (L1.3). */
    VISIT,
    /** Standing in for a colleague whose visitor has come: the day's visit team, in a rotation of its own (L3.2d). */
    HELPER,
    /** Petitioners: all staff of a reception unit (P3). */
    PETITION;

    /** A choice is made for the queues that people are assigned to. */
    @Override
    public boolean isChoiceIn(UnitKind kind) {
        return kind.dutyQueues().contains(this);
    }
}
