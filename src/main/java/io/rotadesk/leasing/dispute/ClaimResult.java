package io.rotadesk.leasing.dispute;

import java.util.List;

/**
 * What became of a claim.
 *
 * @param dispute null when it was refused
 * @param refusal null when it was taken
 * @param details what the refusal names, such as the numbers of several customers; empty for none
 */
public record ClaimResult(Dispute dispute, Refusal refusal, List<String> details) {

    /** Why a claim is no dispute. */
    public enum Refusal {
        /** There is no such customer in the unit. */
        UNKNOWN,
        /** The phone number belongs to several; the details say how to name each of them. */
        SEVERAL,
        /** Nobody's, or validity is over: the next contact settles it (L3.2e). */
        NOBODYS,
        OWN,
        /** Somebody has claimed the customer already and waits for the decision; the detail is their login. */
        OPEN,
        /** Only somebody who is on the unit's roster and serves customers can have any. */
        NOT_ON_ROSTER
    }

    static ClaimResult of(Dispute dispute) {
        return new ClaimResult(dispute, null, List.of());
    }

    static ClaimResult refused(Refusal refusal, String... details) {
        return new ClaimResult(null, refusal, List.of(details));
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
