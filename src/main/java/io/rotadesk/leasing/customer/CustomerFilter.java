package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * Which customers of a unit are looked for. Text, agent and status may be null: then they do not matter.
 *
 * @param text a number, how it begins or ends, or a part of a name
 * @param now by which the status is reckoned
 * @param soon whose validity ends at this time or before lapses soon
 */
public record CustomerFilter(
        String unitId, String text, String agent, CustomerStatus status, Instant now, Instant soon) {}
