package io.rotadesk.petition.review;

/** The state of a review. */
public enum ReviewState {
    /** The request is entered; nobody is named who reviews. */
    ASKED,
    /** Somebody reviews. */
    IN_HAND,
    /** There is a hearing, whose days do not count. */
    IN_HEARING,
    /** The opinion waits for a leader's signature. */
    WRITTEN,
    /** The petitioner is to be told. */
    SIGNED,
    /** The petitioner was told. */
    TOLD,
    /** Somebody has removed its process; the request can be entered again. */
    ABANDONED
}
