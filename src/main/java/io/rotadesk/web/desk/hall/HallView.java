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
 * @param windows at which windows they sit: login and window
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
        Map<String, String> staff,
        Map<String, String> windows) {

    /**
     * A ticket on the page.
     *
     * @param petitioner the name; null if it is not known
     * @param anonymous whether the petitioner does not want to give it
     * @param summary a line about the matter; null if nothing was said
     * @param staff the name of the staff member who calls or receives; null if there is none yet
     * @param window at which window they sit, in words; null if they have named none
     * @param matterId the id of the matter; null if the viewer may not look into it
     * @param since from when they wait, or the appointment's time; null if neither is known
     * @param minutes how long they have waited, or how long an appointment's time is over; 0 if neither
     * @param task the id of the viewer's own task about it; null if they have none
     */
    public record Item(
            Ticket ticket,
            String petitioner,
            boolean anonymous,
            String summary,
            String staff,
            String window,
            MatterId matterId,
            Instant since,
            long minutes,
            String task) {}

    /** The time after which this page shows yesterday. */
    Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day without its year, unless it is of another year; and the time. */
    public String dayAndTime(Instant instant) {
        String all = new UnitClock(zone).dayAndTime(instant);
        return instant.atZone(zone).getYear() == date.getYear() ? all.substring(all.indexOf('-') + 1) : all;
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : new UnitClock(zone).time(instant);
    }
}
