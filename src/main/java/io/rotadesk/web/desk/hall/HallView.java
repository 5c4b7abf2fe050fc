package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.UnitClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The content of the page of the reception hall.
 *
 * @param going tickets that are called or being received
 * @param waiting in the order in which they are likely to be called
 * @param appointments appointments later today
 * @param later open appointments of later days
 * @param over today's tickets that have ended, latest first
 * @param next the name of the staff member who receives next; null when nobody is free
 * @param staff the people who work here: login and name
 */
public record HallView(
        LocalDate date,
        ZoneId zone,
        Instant now,
        List<Item> going,
        List<Item> waiting,
        List<Item> appointments,
        List<Item> later,
        List<Item> over,
        String next,
        Map<String, String> staff) {

    /**
     * A ticket on the page.
     *
     * @param petitioner the name; null if it is not known
     * @param anonymous whether the petitioner does not want to give it
     * @param summary a line about the matter; null if nothing was said
     * @param staff the name of the staff member who calls or receives; null if there is none yet
     * @param matterId the id of the matter; null if the viewer may not look into it
     * @param minutes how long they have waited, or how long an appointment's time is over; 0 if neither
     */
    public record Item(
            Ticket ticket,
            String petitioner,
            boolean anonymous,
            String summary,
            String staff,
            MatterId matterId,
            long minutes) {}

    /** The time after which this page shows yesterday. */
    Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : new UnitClock(zone).time(instant);
    }
}
