package io.rotadesk.petition.workday;

/** The event from which a limit is counted. Its own day does not count. */
public enum CountedFrom {
    /** The matter, or the request, has come in. */
    RECEIPT,
    /** The matter was accepted: the petitioner was told how and by when it is handled. */
    ACCEPTANCE,
    /** The petitioner was told the answer. */
    TELLING,
    /** The deadline that is extended. */
    LAST_DAY
}
