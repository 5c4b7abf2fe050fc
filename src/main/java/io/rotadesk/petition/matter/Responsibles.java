package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is responsible for a matter (P6). That changes by a transfer that was accepted, or when the leader names a colleague
 * because the responsible person is not there: no matter is stuck with somebody on leave.
 */
@Service
@Transactional
public class Responsibles {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Agents agents;
    private final ObjectProvider<MatterProcess> process;
    private final JdbcClient db;

    Responsibles(
            MatterRows rows,
            MatterTimeline timeline,
            Agents agents,
            ObjectProvider<MatterProcess> process,
            JdbcClient db) {
        this.rows = rows;
        this.timeline = timeline;
        this.agents = agents;
        this.process = process;
        this.db = db;
    }

    /** The people of the matter's unit who can be responsible. */
    public List<Agent> colleagues(String matterId) {
        return agents.inUnit(rows.get(matterId).unitId()).stream()
                .filter(agent -> !agent.left())
                .toList();
    }

    /**
     * Another person of the unit is responsible from now on; open tasks go along. Who may do that is up to the caller.
     *
     * @throws MatterRefusal when that is nobody who works in the matter's unit
     */
    public Matter name(String matterId, String login, String by) {
        Matter before = rows.holdOpen(matterId);
        if (login == null
                || colleagues(matterId).stream()
                        .noneMatch(agent -> agent.login().equals(login))) {
            throw new MatterRefusal("responsible", "responsible.unknown", login == null ? "" : login);
        }
        return login.equals(before.responsible()) ? before : change(before, login, by);
    }

    private Matter change(Matter before, String login, String by) {
        Matter matter = rows.save(before, before.handledBy(login));
        timeline.add(matter, Step.RESPONSIBLE_NAMED, by, agents.name(login));
        if (before.responsible() != null) {
            process.getObject().responsibleChanged(matter, before.responsible(), login);
        }
        return matter;
    }

    /** How many open matters of a unit are somebody's. */
    int count(String unitId, String login) {
        return openOf(unitId, login).size();
    }

    /** All open matters of somebody are a colleague's. */
    void give(String unitId, String from, String to) {
        openOf(unitId, from).forEach(id -> {
            Matter matter = rows.hold(id);
            if (matter.isOpen() && from.equals(matter.responsible())) {
                change(matter, to, null);
            }
        });
    }

    private List<String> openOf(String unitId, String login) {
        return db.sql("""
                        select id from matter where unit_id = ? and responsible = ?
                          and state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE') order by id
                        """).param(unitId).param(login).query(String.class).list();
    }
}
