package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A unit's board of today, in words.
 *
 * @param teams the queues to which people are assigned for the day: calls and visits, each with its team; or
 *     petitioners
 * @param helpers the people who stand in for colleagues, next first; empty in a unit without teams
 */
public record BoardView(
        LocalDate date, boolean closed, String callTeam, String visitTeam, List<QueueView> teams, QueueView helpers) {

    /** The time after which the board shows yesterday. */
    public Instant endsAt(ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param free the number of people who could take a contact now */
    public record QueueView(Queue queue, String team, long free, List<SeatView> seats) {}

    /**
     * One agent's place.
     *
     * @param turn 1 for the next agent, 2 for the one after; 0 for an agent who is not free
     * @param state free, ringing, serving, wrapping, away, leave or missing; selects the style
     * @param words says what the agent is doing
     * @param note the note they left when they went away; empty if none
     * @param wrapUpLeft how long they may still wrap up, in milliseconds; null if they do not
     */
    public record SeatView(
            Agent agent,
            int turn,
            String state,
            String words,
            String note,
            boolean owed,
            int usedAhead,
            boolean me,
            Long wrapUpLeft) {}
}
