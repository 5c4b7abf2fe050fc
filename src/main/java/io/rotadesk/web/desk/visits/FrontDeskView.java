package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.web.desk.register.RegisterRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The content of the reception's page.
 *
 * @param waiting visitors in line, next first
 * @param going visitors who are being received, or are about to be
 * @param appointments today's appointments
 * @param later open appointments of later days
 * @param next the name of the agent who receives next; null when nobody is free
 * @param agents the agents to whom a visitor may be assigned: login and name
 * @param busy why agents could not take a visitor now, by login; those who could are left out
 */
public record FrontDeskView(
        LocalDate date,
        ZoneId zone,
        Instant now,
        List<Item> waiting,
        List<Item> going,
        List<Item> appointments,
        List<Item> later,
        String next,
        Map<String, String> agents,
        Map<String, TurnReason> busy) {

    /**
     * A visitor on the page.
     *
     * @param number shown to those who may look into the visit; else empty
     * @param mayOpen whether they may look into it
     * @param step the open user task of the model; null when there is none
     * @param greeter the name of the person who is with the visitor until the agent comes; null if there is none
     * @param minutes how long the visitor has waited, or how long the appointment's time is over; 0 if neither
     */
    public record Item(
            RegisterRow<RegisteredVisit> row,
            String key,
            String number,
            boolean mayOpen,
            String step,
            String greeter,
            long minutes) {

        public Visit visit() {
            return row.entry().visit();
        }
    }

    /** The time after which this page shows yesterday. */
    Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : new UnitClock(zone).time(instant);
    }
}
