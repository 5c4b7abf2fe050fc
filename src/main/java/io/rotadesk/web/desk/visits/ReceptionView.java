package io.rotadesk.web.desk.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What the reception has before it.
 *
 * @param waiting who waits in line, the next first
 * @param going who is received, or about to be
 * @param appointments today's
 * @param later open appointments of the days after
 * @param next the name of who receives next; null when nobody is free
 * @param agents who may be given a visitor: login and name
 * @param busy logins of those who have somebody, or are away
 */
public record ReceptionView(
        LocalDate date,
        ZoneId zone,
        Instant now,
        List<Item> waiting,
        List<Item> going,
        List<Item> appointments,
        List<Item> later,
        String next,
        Map<String, String> agents,
        List<String> busy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * A visitor on the page.
     *
     * @param number shown to those who may look into the visit; else empty
     * @param mayOpen whether they may look into it
     * @param step the model's user task that is open; null when there is none
     * @param greeter the name of who is with the visitor until the agent comes; null when nobody else is
     * @param minutes for how long the visitor waits, or for how long the appointment's time is over; 0 if they do not
     */
    public record Item(
            VisitRow row, String key, String number, boolean mayOpen, String step, String greeter, long minutes) {}

    /** When this page shows yesterday. */
    Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }
}
