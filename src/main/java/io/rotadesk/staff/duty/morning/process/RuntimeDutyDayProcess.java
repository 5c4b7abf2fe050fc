package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.staff.duty.morning.DutyDayProcess;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts and reaches the instances of {@code daily-duty.bpmn}. The business key is unit and day. */
@Component
class RuntimeDutyDayProcess implements DutyDayProcess {

    /** The timers that depend on the time of the unit's mornings. */
    private static final Set<String> MORNINGS = Set.of(DailyDuty.Event.DUTY_BEGINS, DailyDuty.Event.NEXT_MORNING);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Actor actor;

    RuntimeDutyDayProcess(RuntimeService runtime, ManagementService management, Actor actor) {
        this.runtime = runtime;
        this.management = management;
        this.actor = actor;
    }

    @Override
    public void start(String unitId, LocalDate day) {
        actor.inTheApplicationsName(() -> runtime.createMessageCorrelation(DailyDuty.Message.DUTY_DAY_DUE)
                .processInstanceBusinessKey(key(unitId, day))
                .setVariable(DutyDayVariables.UNIT_ID.name(), unitId)
                .setVariable(DutyDayVariables.DAY.name(), day.toString())
                .withoutTenantId()
                .correlateStartMessage());
    }

    @Override
    public boolean isRunning(String unitId, LocalDate day) {
        return actor.inTheApplicationsName(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(DutyDayVariables.DECLARED.processDefinitionKey())
                        .processInstanceBusinessKey(key(unitId, day))
                        .count()
                > 0);
    }

    @Override
    public void retime(String unitId) {
        actor.inTheApplicationsName(() -> {
            MORNINGS.stream()
                    .flatMap(event -> management
                            .createJobQuery()
                            .processDefinitionKey(DutyDayVariables.DECLARED.processDefinitionKey())
                            .activityId(event)
                            .tenantIdIn(unitId)
                            .list()
                            .stream())
                    .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
            return null;
        });
    }

    @Override
    public void changed(String unitId, LocalDate day) {
        actor.inTheApplicationsName(() -> {
            runtime.createMessageCorrelation(DailyDuty.Message.DUTY_CHANGED)
                    .processInstanceBusinessKey(key(unitId, day))
                    .correlateAll();
            return null;
        });
    }

    static String key(String unitId, LocalDate day) {
        return unitId + ":" + day;
    }
}
