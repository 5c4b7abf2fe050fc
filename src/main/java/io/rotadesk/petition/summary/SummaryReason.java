package io.rotadesk.petition.summary;

/** Why a version of a summary was compiled. */
public enum SummaryReason {
    /** The month was over. */
    MONTH_ENDED,
    /** The leader asked for it. */
    ASKED,
    /** A matter of a month that was signed got another category. */
    RECLASSIFIED
}
