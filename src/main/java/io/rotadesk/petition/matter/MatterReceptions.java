package io.rotadesk.petition.matter;

import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.staff.unit.Agents;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of receiving a petitioner (P2, P6): who received is responsible until the matter is closed; who comes back
 * with the same matter joins it while it is open, and reopens it when it is closed.
 */
@Service
@Transactional
public class MatterReceptions {

    /** What the matter is in relation to earlier ones. */
    public enum Earlier {
        /** A matter of its own. */
        NONE,
        /** A repeat visit with one that is still open. */
        OPEN,
        /** One that was closed comes back. */
        CLOSED
    }

    private final MatterRows rows;
    private final Matters matters;
    private final MatterCategories categories;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Agents agents;
    private final ObjectProvider<MatterProcess> process;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatterReceptions(
            MatterRows rows,
            Matters matters,
            MatterCategories categories,
            MatterTimeline timeline,
            Deadlines deadlines,
            Agents agents,
            ObjectProvider<MatterProcess> process,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.categories = categories;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.agents = agents;
        this.process = process;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes down what the petitioner said and brought along.
     *
     * @throws MatterRefusal naming the field, when nothing of it can be saved
     */
    public Matter record(String matterId, ReceptionRecord record) {
        Matter matter = rows.hold(matterId);
        if (!record.anonymous() && Matters.blankToNull(record.petitionerName()) == null) {
            throw new MatterRefusal("petitionerName", "petitionerName.missing");
        }
        Optional<Matter> earlier =
                earlier(matter, record).filter(found -> !found.id().equals(matterId));
        if (earlier.isEmpty() && Matters.blankToNull(record.earlierMatter()) != null) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.unknown", record.earlierMatter());
        }
        if (record.sameMatter() && earlier.isEmpty()) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.missing");
        }
        if (record.sameMatter() && !canTakeUp(earlier.get())) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.notReceived", record.earlierMatter());
        }
        Map<String, Object> columns = new HashMap<>();
        columns.put("petitioner_name", Matters.blankToNull(record.petitionerName()));
        columns.put("petitioner_phone", Matters.phone(record.petitionerPhone()));
        columns.put("anonymous", record.anonymous());
        columns.put("group_size", Math.max(1, record.groupSize()));
        columns.put("account", Matters.blankToNull(record.account()));
        columns.put("purpose", Matters.blankToNull(record.purpose()));
        columns.put("category", categories.chosen(record.category()));
        columns.put("grade", record.grade() == null ? "ordinary" : record.grade());
        columns.put("profile", profile(record.grade()));
        columns.put("destination", record.destination() == null ? matter.destination() : record.destination());
        columns.put("earlier_id", earlier.map(Matter::id).orElse(null));
        brought(matterId, record.materials());
        return rows.change(matterId, columns);
    }

    /** The one that was named at registration still is, though the phone number was corrected since. */
    private Optional<Matter> earlier(Matter matter, ReceptionRecord record) {
        return matters.named(matter.unitId(), record.earlierMatter(), record.petitionerPhone())
                .or(() -> Optional.ofNullable(matter.earlierId())
                        .map(matters::get)
                        .filter(registered -> registered.number().equals(Matters.blankToNull(record.earlierMatter()))));
    }

    /** Major matters are urgent; the difficult and the complex need their time (P6). */
    private static String profile(String grade) {
        return "major".equals(grade) ? Profile.URGENT : Profile.ORDINARY;
    }

    private static boolean canTakeUp(Matter earlier) {
        return earlier.isOpen() || earlier.isClosed();
    }

    private void brought(String matterId, List<Material> materials) {
        int place = db.sql("select coalesce(max(place), 0) from matter_material where matter_id = ?")
                .param(matterId)
                .query(Integer.class)
                .single();
        for (Material material : materials) {
            db.sql("insert into matter_material (matter_id, place, name, shows, at) values (?, ?, ?, ?, ?)")
                    .param(matterId)
                    .param(++place)
                    .param(material.name())
                    .param(material.shows())
                    .param(Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /**
     * The petitioner was received: who did it is responsible from now on, and the time to say how it goes on begins.
     *
     * @param sameMatter whether they came with the earlier matter that was named
     * @return {@link Earlier#OPEN} or {@link Earlier#CLOSED}: nothing else has happened to either matter yet
     */
    public Earlier received(String matterId, String by, boolean sameMatter) {
        Matter matter = rows.hold(matterId);
        if (sameMatter && matter.earlierId() != null) {
            // Two who come back with one matter at the same moment: the second finds it open.
            return rows.hold(matter.earlierId()).isClosed() ? Earlier.CLOSED : Earlier.OPEN;
        }
        if (matter.state() != MatterState.WAITING) {
            throw new IllegalStateException("Matter " + matter.number() + " is " + matter.state() + " already");
        }
        Map<String, Object> columns = new HashMap<>();
        columns.put("state", MatterState.RECEIVED);
        columns.put("responsible", by);
        columns.put("received_at", clock.instant());
        columns.put("due_at", deadlines.accept(matter.unitId(), matter.profile(), clock.instant()));
        columns.put("due_kind", DueKind.ACCEPT);
        timeline.add(rows.change(matterId, columns), Step.RECEIVED, by, matter.purpose());
        return Earlier.NONE;
    }

    /** Nobody was received: the petitioner left, did not come, or cancelled. */
    public void notReceived(String matterId, String why) {
        if (rows.hold(matterId).state() == MatterState.WAITING) {
            timeline.add(
                    rows.change(matterId, Map.of("state", MatterState.NOT_RECEIVED)), Step.NOT_RECEIVED, null, why);
        }
    }

    /**
     * A repeat visit with a matter that is open: what was brought along belongs to it, its responsible person goes on.
     *
     * @return the earlier matter
     */
    public Matter join(String matterId, String by) {
        Matter visit = rows.hold(matterId);
        Matter earlier = takeUp(visit, by);
        timeline.add(earlier, Step.REPEAT_VISIT, by, visit.account());
        process.ifAvailable(running -> running.cameAgain(earlier));
        return earlier;
    }

    /**
     * A closed matter comes back: it is open again until the end of the time for a review. Its responsible person is so
     * again; only if they have left it is who received the petitioner now.
     *
     * @return the earlier matter
     */
    public Matter reopen(String matterId, String by) {
        Matter visit = rows.hold(matterId);
        Matter earlier = rows.hold(visit.earlierId());
        if (!earlier.isClosed()) {
            throw new IllegalStateException("Matter " + earlier.number() + " is not closed");
        }
        takeUp(visit, by);
        boolean stays = agents.find(earlier.responsible())
                .filter(agent -> !agent.left() && agent.unitId().equals(earlier.unitId()))
                .isPresent();
        String unitId = stays ? earlier.unitId() : visit.unitId();
        Map<String, Object> columns = new HashMap<>();
        columns.put("state", MatterState.RECEIVED);
        columns.put("unit_id", unitId);
        columns.put("responsible", stays ? earlier.responsible() : by);
        columns.put("grade", visit.grade());
        columns.put("profile", visit.profile());
        columns.put("due_at", deadlines.review(unitId, visit.profile(), clock.instant()));
        columns.put("due_kind", DueKind.REVIEW);
        columns.put("reopened", earlier.reopened() + 1);
        columns.put("reopened_at", clock.instant());
        for (String cleared : List.of(
                "overdue_since",
                "planned_at",
                "reply",
                "reply_told_how",
                "reply_told_at",
                "satisfied",
                "outcome",
                "closed_at",
                "closed_by")) {
            columns.put(cleared, null);
        }
        Matter reopened = rows.change(earlier.id(), columns);
        rows.involve(reopened, unitId);
        timeline.add(reopened, Step.REOPENED, by, visit.account());
        return reopened;
    }

    private Matter takeUp(Matter visit, String by) {
        String into = visit.earlierId();
        rows.change(
                visit.id(), Map.of("state", MatterState.JOINED, "joined_into", into, "received_at", clock.instant()));
        timeline.add(visit, Step.JOINED, by, rows.get(into).number());
        brought(into, matters.materials(visit.id()));
        Matter earlier = rows.change(into, Map.of("visits", rows.get(into).visits() + 1));
        rows.involve(earlier, visit.unitId());
        events.publishEvent(new MatterJoined(visit.id(), into));
        return earlier;
    }
}
