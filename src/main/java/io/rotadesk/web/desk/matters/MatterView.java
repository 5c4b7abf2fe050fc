package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFile;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterTasks.MatterTask;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a matter's page.
 *
 * @param unit the unit that has the matter
 * @param leads whether the viewer leads that unit
 * @param decides whether the viewer leads it or is responsible
 * @param category in words
 * @param due null if there is no deadline
 * @param tickets the tickets of the matter, oldest first
 * @param tasks the open tasks
 * @param mine the ids of the tasks that the viewer can do
 * @param colleagues the people who can be made responsible; empty unless the viewer may name them
 * @param open the ids of the earlier and later matters that the viewer may look into
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
        Set<MatterId> open,
        Map<String, String> people,
        Map<String, String> unitNames) {

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
        return instant == null ? "" : unit.clock().dayAndTime(instant);
    }

    /**
     * The last day of a deadline.
     *
     * @param deadline the instant at which it passes
     */
    public LocalDate lastDay(Instant deadline) {
        return LocalDate.ofInstant(deadline.minusNanos(1), zone());
    }

    /** The time by which something must be done; only the day if it is the end of one. */
    public String due(Instant instant) {
        return unit.clock().due(instant);
    }

    /** A text that somebody wrote; erased parts are stars. */
    public String written(String text) {
        return "*".equals(text) ? "—" : text;
    }

    public boolean canOpen(Matter other) {
        return open.contains(other.id());
    }
}
