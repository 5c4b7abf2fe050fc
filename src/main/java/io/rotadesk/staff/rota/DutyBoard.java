package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Today's duty board.
 *
 * @param date in the unit's time zone
 * @param callTeam "A" or "B"; null in a unit without teams; no meaning on a closed day
 */
public record DutyBoard(
        String unitId,
        String unitName,
        LocalDate date,
        boolean closed,
        String callTeam,
        String visitTeam,
        Map<Queue, QueueBoard> queues) {

    /**
     * One queue.
     *
     * @param team "A", "B", or empty for everybody
     * @param next login of the agent who would get the next contact; null if there is none
     * @param upNext logins in the order in which they would get the next contacts if those came now
     * @param order everyone in the queue, in order
     */
    public record QueueBoard(String team, String next, List<String> upNext, List<Seat> order) {}

    /**
     * One agent's place in a queue.
     *
     * @param unavailable null if free
     * @param serving the contact they have; null if none
     * @param ringing whether that contact is offered and not taken yet
     * @param owed whether a make-up turn is owed
     * @param usedAhead how many turns will be passed over because they were used before
     * @param afterwards AWAY or ON_LEAVE if that applies once they are done with the contact; else null
     * @param wrapUpUntil the end of their wrap-up time; null unless that is why they are not free
     * @param pageClosedAt when they closed their last page; null unless that is why they are not free
     */
    public record Seat(
            Agent agent,
            boolean free,
            TurnReason unavailable,
            Contact serving,
            boolean ringing,
            boolean owed,
            int usedAhead,
            TurnReason afterwards,
            Instant wrapUpUntil,
            Instant pageClosedAt) {}
}
