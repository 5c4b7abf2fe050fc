package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the responsible person of a matter (P6): by an accepted transfer, or when the leader names a colleague
 * because the responsible person is absent, so that no matter is stuck with somebody on leave.
 */
@Service
@Transactional
public class Responsibles {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Agents agents;
    private final MatterNotices notices;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;

    Responsibles(
            MatterRows rows,
            MatterTimeline timeline,
            Agents agents,
            MatterNotices notices,
            ApplicationEventPublisher events,
            JdbcClient db) {
        this.rows = rows;
        this.timeline = timeline;
        this.agents = agents;
        this.notices = notices;
        this.events = events;
        this.db = db;
    }

    /** The people of the matter's unit who can be responsible. */
    public List<Agent> colleagues(MatterId matterId) {
        return agents.inUnit(rows.get(matterId).unitId()).stream()
                .filter(agent -> !agent.left())
                .toList();
    }

    /**
     * Makes another person of the unit responsible; open tasks go along, and both are told. The caller decides who may do that.
     *
     * @param reason for the timeline
     * @throws MatterRefusal if the person does not work in the matter's unit, or no reason is given
     */
    public Matter name(MatterId matterId, String login, String reason, String by) {
        Matter before = rows.holdOpen(matterId);
        if (login == null
                || colleagues(matterId).stream()
                        .noneMatch(agent -> agent.login().equals(login))) {
            throw new MatterRefusal("responsible", "responsible.unknown", login == null ? "" : login);
        }
        String why = Required.text("responsibleReason", reason);
        if (login.equals(before.responsible())) {
            return before;
        }
        Matter now = change(before, login, "：" + why, by);
        notices.responsibleNamed(before, now, by);
        return now;
    }

    /** @param why what the timeline says after the name */
    private Matter change(Matter before, String login, String why, String by) {
        Matter matter = rows.save(before, before.handledBy(login));
        timeline.add(matter, TimelineKind.RESPONSIBLE_NAMED, by, agents.name(login) + why);
        if (before.responsible() != null) {
            events.publishEvent(new ResponsibleChanged(matter, before.responsible(), login));
        }
        return matter;
    }

    /** The number of a unit's open matters for which a person is responsible. */
    int count(String unitId, String login) {
        return openOf(unitId, login).size();
    }

    /** Gives all open matters of a person to a colleague. */
    void give(String unitId, String from, String to) {
        openOf(unitId, from).forEach(id -> {
            Matter matter = rows.hold(id);
            if (matter.isOpen() && from.equals(matter.responsible())) {
                change(matter, to, "", null);
            }
        });
    }

    private List<MatterId> openOf(String unitId, String login) {
        return db.sql("""
                        select id from matter where unit_id = ? and responsible = ?
                          and state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE') order by id
                        """).param(unitId).param(login).query(String.class).list().stream()
                .map(MatterId::new)
                .toList();
    }
}
