package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.LastSeen;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What is known of one agent at a moment, whatever the queue.
 *
 * @param gone AWAY or ON_LEAVE; null if neither
 * @param booked whether somebody else comes to them by appointment about now
 * @param serving the contact they have; null if none
 * @param ringing whether the contact is offered and not taken yet
 * @param misses how often they have missed the contact that was asked about
 * @param wrapUpUntil the end of their wrap-up time; null if they have none
 * @param at the moment
 */
record Situation(
        String login,
        String unitId,
        boolean left,
        TurnReason gone,
        LastSeen seen,
        boolean booked,
        Contact serving,
        boolean ringing,
        int misses,
        Instant wrapUpUntil,
        Instant at) {

    static Situation of(ResultSet row, Instant at) throws SQLException {
        String kind = row.getString("contact_kind");
        Contact serving = kind == null ? null : new Contact(Contact.Kind.of(kind), row.getString("contact_id"));
        return new Situation(
                row.getString("login"),
                row.getString("unit_id"),
                row.getBoolean("has_left"),
                row.getBoolean("on_leave") ? TurnReason.ON_LEAVE : row.getBoolean("away") ? TurnReason.AWAY : null,
                row.getObject("seen_at") == null
                        ? LastSeen.NEVER
                        : new LastSeen(
                                Rows.instant(row, "seen_at"),
                                Rows.instant(row, "acted_at"),
                                row.getBoolean("logged_out")),
                row.getBoolean("booked"),
                serving,
                serving != null && !row.getBoolean("taken"),
                row.getInt("misses"),
                row.getObject("until") == null ? null : Rows.instant(row, "until"),
                at);
    }

    /** As if they had not missed the contact that was asked about. */
    Situation whateverWasMissed() {
        return new Situation(login, unitId, left, gone, seen, booked, serving, ringing, 0, wrapUpUntil, at);
    }

    /**
     * What they are doing, as far as this queue is concerned.
     *
     * @param queue null if it does not matter whether they have a page open
     * @param settings of their unit
     */
    Doing in(Queue queue, UnitSettings settings) {
        TurnReason noPage = gone == null && queue != null ? seen.absence(settings, queue, at) : null;
        TurnReason why = unavailable(noPage);
        return new Doing(
                login,
                why,
                serving,
                ringing,
                serving == null ? null : gone,
                misses,
                serving == null ? wrapUpUntil : null,
                why == TurnReason.NO_PAGE ? seen.seenAt() : null);
    }

    /** An agent who goes away, or closes the last page, with a contact in hand counts as serving until it is done. */
    private TurnReason unavailable(TurnReason noPage) {
        if (left) {
            return TurnReason.LEFT;
        } else if (gone != null && serving == null) {
            return gone;
        } else if (noPage != null && serving == null) {
            return noPage;
        } else if (booked && serving == null) {
            return TurnReason.APPOINTMENT;
        } else if (misses > 0) {
            return TurnReason.MISSED_BEFORE;
        } else if (serving != null) {
            return TurnReason.SERVING;
        }
        return wrapUpUntil == null ? null : TurnReason.WRAPPING_UP;
    }
}
