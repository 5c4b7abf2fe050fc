package io.rotadesk.petition.workday;

/**
 * The time limits for the steps of a matter, in working days (P4).
 *
 * @param acceptDays from the arrival until the petitioner knows the method and the deadline
 * @param handleDays from the arrival until the matter is handled
 * @param extendDays the most that an extension adds, unless its approval says otherwise
 * @param reviewDays for the review, when a petitioner comes back with a closed matter
 */
public record Profile(String id, int acceptDays, int handleDays, int extendDays, int reviewDays) {

    /** The profile of matters that are not urgent. */
    public static final String ORDINARY = "ORDINARY";

    public static final String URGENT = "URGENT";
}
