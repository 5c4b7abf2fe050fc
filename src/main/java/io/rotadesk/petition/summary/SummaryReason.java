package io.rotadesk.petition.summary;

/** The reason why a version of a summary was compiled. */
public enum SummaryReason {
    /** The month ended. */
    MONTH_ENDED,
    /** The leader asked for it. */
    ASKED,
    /** A matter of a signed month got another category. */
    RECLASSIFIED
}
