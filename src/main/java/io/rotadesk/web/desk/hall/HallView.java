package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.reception.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What the reception hall has before it.
 *
 * @param going whose number is called, and who is with somebody
 * @param waiting in the order in which they are likely to be called
 * @param appointments later today
 * @param later open appointments of the days after
 * @param over whose ticket of today has come to its end, the latest first
 * @param next the name of who receives next; null when nobody is free
 * @param staff who works here: login and name
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * A ticket on the page.
     *
     * @param petitioner the name; null if it is not known
     * @param anonymous whether the petitioner does not want to give it
     * @param summary a line about the matter; null if nothing was said
     * @param staff the name of who calls or receives; null for nobody yet
     * @param matterId of the matter that who looks may look into; null if they may not
     * @param minutes for how long they wait, or for how long an appointment's time is over; 0 if they do not
     */
    public record Item(
            Ticket ticket,
            String petitioner,
            boolean anonymous,
            String summary,
            String staff,
            String matterId,
            long minutes) {}

    /** When this page shows yesterday. */
    Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }
}
