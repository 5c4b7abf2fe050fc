package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * Published in the transaction in which a matter got another category: a summary that was signed before still has the
 * old one (P7).
 *
 * @param from null if it had none
 * @param by the login of the person who changed it
 */
public record MatterReclassified(
        MatterId matterId, String unitId, String rootUnitId, String from, String to, String by, Instant at) {}
