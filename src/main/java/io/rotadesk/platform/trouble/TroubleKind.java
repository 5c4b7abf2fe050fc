package io.rotadesk.platform.trouble;

/** What can go wrong between a process and what it guides. */
public enum TroubleKind {
    /** What came in could not be given to the model; it was served without. */
    NOT_STARTED,
    /** The model could not take an event, or failed at it; it went on without. */
    NOT_GUIDED,
    /** The instance is suspended: an event was refused, the sender tries again. */
    SUSPENDED,
    /** Somebody took the instance away while there was something to do. */
    REMOVED,
    /** A timer or a step that runs by itself has failed for good. */
    FAILED,
    /** Somebody was taken for busy with something that was over; they are free again. */
    ENGAGED
}
