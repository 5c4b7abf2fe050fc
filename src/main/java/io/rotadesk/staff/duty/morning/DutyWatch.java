package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.DutyPlanChanged;
import io.rotadesk.staff.duty.LeaveChanged;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.RosterLoaded;
import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows changes that concern a unit's mornings and its day. It runs after the commit, since a roster or a leave must
 * not fail because of an announcement. If a node stops just then, the daily check and the next start catch up.
 */
@Component
class DutyWatch {

    private static final Logger log = LoggerFactory.getLogger(DutyWatch.class);

    private final DutyDayStarter starter;
    private final Units units;
    private final Agents agents;

    DutyWatch(DutyDayStarter starter, Units units, Agents agents) {
        this.starter = starter;
        this.units = units;
        this.agents = agents;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        units.all().forEach(unit -> quietly(unit.id(), () -> starter.startNow(unit.id())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void rosterLoaded(RosterLoaded roster) {
        quietly(roster.unitId(), () -> starter.startNow(roster.unitId()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void unitSaved(UnitSaved saved) {
        quietly(saved.unit().id(), () -> starter.retimeNow(saved.unit()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void planChanged(DutyPlanChanged change) {
        quietly(change.unitId(), () -> starter.changedNow(change.unitId()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void leaveChanged(LeaveChanged change) {
        agents.find(change.login())
                .map(Agent::unitId)
                .ifPresent(unitId -> quietly(unitId, () -> starter.changedNow(unitId)));
    }

    private static void quietly(String unitId, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("The duty day of unit {} could not follow a change", unitId, e);
        }
    }
}
