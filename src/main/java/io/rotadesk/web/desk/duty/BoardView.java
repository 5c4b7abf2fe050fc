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
 * @param teams the queues that people stand in for the day: calls and visits, each with its team; or petitioners
 * @param helpers who stands in for colleagues, the next first; nobody in a unit without teams
 */
record BoardView(
        LocalDate date, boolean closed, String callTeam, String visitTeam, List<QueueView> teams, QueueView helpers) {

    /** When the board is of yesterday. */
    Instant endsAt(ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param free how many could take a contact now */
    record QueueView(Queue queue, String team, long free, List<SeatView> seats) {}

    /**
     * One agent's place.
     *
     * @param turn 1 for who is next, 2 for the one after; 0 for who is not free
     * @param state free, ringing, serving, away, leave or missing: the style of it
     * @param words what the agent is doing
     * @param note what they said when they went away; empty if nothing
     */
    record SeatView(
            Agent agent, int turn, String state, String words, String note, boolean owed, int usedAhead, boolean me) {}
}
