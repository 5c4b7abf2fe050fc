package io.rotadesk.staff.duty.morning;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import io.rotadesk.staff.duty.DutyPlanChanged;
import io.rotadesk.staff.duty.LeaveChanged;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.RosterLoaded;
import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows changes that concern a unit's mornings and its day. It runs after the commit, since a roster or a leave must
 * not fail because of an announcement. If a node stops just then, or somebody takes an instance away, the hourly look and the
 * next start catch up.
 */
@Component
class DutyWatch implements Mending {

    private static final Logger log = LoggerFactory.getLogger(DutyWatch.class);

    private final DutyDayStarter starter;
    private final Units units;
    private final Agents agents;
    private final OnceAnHour onceAnHour;

    DutyWatch(DutyDayStarter starter, Units units, Agents agents, Clock clock) {
        this.starter = starter;
        this.units = units;
        this.agents = agents;
        this.onceAnHour = new OnceAnHour(clock);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        mend();
    }

    @Override
    public void mend() {
        onceAnHour.look(() -> units.all().forEach(unit -> quietly(unit.id(), () -> starter.startNow(unit.id()))));
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
