package io.rotadesk.petition.matter;

/** The state of a matter. */
public enum MatterState {
    /** Registered; nobody has received the petitioner yet. */
    WAITING,
    /** The petitioner left, did not come, or cancelled, so there is nothing to handle. */
    NOT_RECEIVED,
    /** Somebody has received the petitioner and is responsible; no plan yet (P2, P6). */
    RECEIVED,
    /** The petitioner was told the method and the deadline (P4). */
    PLANNED,
    /** A large-scale event of which the leader was told (P5). */
    ALERTED,
    /** The leader was on the scene (P5). */
    ON_SCENE,
    CLOSED,
    /** A repeat visit: its data is with the earlier matter (P2). */
    JOINED;

    /** Whether somebody has to do something about it. */
    public boolean isOpen() {
        return this == RECEIVED || this == PLANNED || this == ALERTED || this == ON_SCENE;
    }
}
