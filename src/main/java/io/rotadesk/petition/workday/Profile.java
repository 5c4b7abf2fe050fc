package io.rotadesk.petition.workday;

/**
 * How long the steps of a matter may take, in working days (P4).
 *
 * @param acceptDays from the arrival until the petitioner knows the method and the deadline
 * @param handleDays from the arrival until the matter is handled
 * @param extendDays that an extension adds at most unless its approval says otherwise
 * @param reviewDays when a petitioner comes back with a matter that was closed
 */
public record Profile(String id, int acceptDays, int handleDays, int extendDays, int reviewDays) {

    /** What a matter has unless it is urgent. */
    public static final String ORDINARY = "ORDINARY";

    public static final String URGENT = "URGENT";
}
