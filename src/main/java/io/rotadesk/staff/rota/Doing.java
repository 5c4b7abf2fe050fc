package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.time.Instant;

/**
 * The present activity of one agent, as far as one queue is concerned.
 *
 * @param unavailable why they cannot take the contact that was asked about; null if they can
 * @param serving the contact they have; null if none
 * @param ringing whether that contact is offered and not taken yet
 * @param afterwards AWAY or ON_LEAVE if that applies once they are done with the contact; else null
 * @param misses how often they have missed the contact that was asked about
 * @param wrapUpUntil the end of their wrap-up time; null if they have none, or if something else keeps them busy
 * @param pageClosedAt when their last page was closed; null unless they count as absent for that
 */
record Doing(
        String login,
        TurnReason unavailable,
        Contact serving,
        boolean ringing,
        TurnReason afterwards,
        int misses,
        Instant wrapUpUntil,
        Instant pageClosedAt) {

    /** Whether nothing but an earlier miss of this contact keeps them from it. */
    boolean onlyMissedIt() {
        return unavailable == TurnReason.MISSED_BEFORE && serving == null && wrapUpUntil == null;
    }

    /** Why they cannot take a contact that is meant for them in person; null if they can. Wrap-up only keeps turns away. */
    TurnReason unavailableInPerson() {
        return unavailable == TurnReason.WRAPPING_UP ? null : unavailable;
    }
}
