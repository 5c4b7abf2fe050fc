package io.rotadesk.platform.trouble;

/** The ways in which a process and the entry it guides can get out of step. */
public enum TroubleKind {
    /** A call, visitor or petitioner could not be given to the model and was served without it. */
    NOT_STARTED,
    /** The model could not take an event, or failed at it; it went on without. */
    NOT_GUIDED,
    /** The instance is suspended: an event was refused, the sender tries again. */
    SUSPENDED,
    /** Somebody removed the instance while its entry was still open. */
    REMOVED,
    /** A timer or a step that runs by itself has failed for good. */
    FAILED,
    /** Somebody counted as busy with a contact that was over; they are free again. */
    ENGAGED,
    /** Messages to people who are not at a screen were refused, or failed too often. */
    MESSAGE_GIVEN_UP
}
