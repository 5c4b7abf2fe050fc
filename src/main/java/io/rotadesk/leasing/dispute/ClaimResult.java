package io.rotadesk.leasing.dispute;

import java.util.List;

/**
 * The outcome of a claim.
 *
 * @param dispute null if the claim was refused
 * @param refusal null if the claim was accepted
 * @param details the values for the refusal's text, such as the numbers of several customers; empty if there are none
 */
public record ClaimResult(Dispute dispute, Refusal refusal, List<String> details) {

    /** The reasons why a claim is refused. */
    public enum Refusal {
        /** There is no such customer in the unit. */
        UNKNOWN,
        /** The phone number belongs to several customers; the details say how to name each of them. */
        SEVERAL,
        /** The customer has no agent, or validity has ended: the next contact decides (L3.2e). */
        NOBODYS,
        OWN,
        /** Somebody has already claimed the customer and waits for the decision; the detail is their login. */
        OPEN,
        /** Only people on the unit's roster who serve customers can claim one. */
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
