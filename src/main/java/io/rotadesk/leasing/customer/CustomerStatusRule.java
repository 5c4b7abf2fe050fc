package io.rotadesk.leasing.customer;

import java.time.Instant;

/** Whether an earlier contact still counts: a rule that the process owner can change (L3.2e). */
public interface CustomerStatusRule {

    /**
     * Whether the customer of the number was within validity when a call or a visit began.
     *
     * @param at the time at which it began
     * @param prior the earlier agent and the last contact as the number tells them
     */
    boolean isActive(String unitId, Instant at, PriorContact prior);
}
