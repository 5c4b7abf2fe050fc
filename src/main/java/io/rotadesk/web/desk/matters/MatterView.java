package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFile;
import io.rotadesk.petition.matter.MatterTasks.MatterTask;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A matter's page.
 *
 * @param unit whose matter it is
 * @param leads whether who looks leads that unit
 * @param decides whether they lead it or are responsible
 * @param category in words
 * @param due null when nothing is
 * @param tickets the arrivals with it, the first first
 * @param tasks what waits for somebody just now
 * @param mine ids of those that who looks can do
 * @param colleagues who can be responsible; empty unless who looks names them
 * @param open ids of the earlier and later matters that who looks may look into
 * @param people names by login
 * @param unitNames by id
 */
record MatterView(
        MatterFile file,
        Unit unit,
        boolean leads,
        boolean decides,
        String category,
        DueView due,
        List<Ticket> tickets,
        List<MatterTask> tasks,
        Set<String> mine,
        List<TimelineLine> timeline,
        List<Agent> colleagues,
        Set<String> open,
        Map<String, String> people,
        Map<String, String> unitNames) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public Matter matter() {
        return file.matter();
    }

    public ZoneId zone() {
        return unit.settings().zone();
    }

    /** @return null for null */
    public String name(String login) {
        return login == null ? null : people.getOrDefault(login, login);
    }

    public String unitName(String id) {
        return id == null ? "" : unitNames.getOrDefault(id, id);
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone()));
    }

    /**
     * The last day of a deadline.
     *
     * @param deadline the instant at which it passes
     */
    public LocalDate lastDay(Instant deadline) {
        return LocalDate.ofInstant(deadline.minusNanos(1), zone());
    }

    /** Until when something is to be done: a day, if it is the end of one. */
    public String due(Instant instant) {
        boolean endOfDay = instant.atZone(zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay ? lastDay(instant).toString() : time(instant);
    }

    /** What somebody wrote; what was erased is a star. */
    public String written(String text) {
        return "*".equals(text) ? "—" : text;
    }

    public boolean canOpen(Matter other) {
        return open.contains(other.id());
    }
}
