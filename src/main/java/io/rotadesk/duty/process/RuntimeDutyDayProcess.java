package io.rotadesk.duty.process;

import io.rotadesk.duty.DutyDayProcess;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The instances of {@code daily-duty.bpmn}. The business key is unit and day. */
@Component
class RuntimeDutyDayProcess implements DutyDayProcess {

    /** The timers that follow the unit's mornings. */
    private static final Set<String> MORNINGS = Set.of("Event_DutyBegins", "Event_NextMorning");

    private final RuntimeService runtime;
    private final ManagementService management;

    RuntimeDutyDayProcess(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void start(String unitId, LocalDate day) {
        runtime.createMessageCorrelation("DutyDayDue")
                .processInstanceBusinessKey(key(unitId, day))
                .setVariable(DutyDayVariables.UNIT_ID.name(), unitId)
                .setVariable(DutyDayVariables.DAY.name(), day.toString())
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public boolean isRunning(String unitId, LocalDate day) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(DutyDayVariables.DECLARED.processDefinitionKey())
                        .processInstanceBusinessKey(key(unitId, day))
                        .count()
                > 0;
    }

    @Override
    public void retime(String unitId) {
        management
                .createJobQuery()
                .processDefinitionKey(DutyDayVariables.DECLARED.processDefinitionKey())
                .tenantIdIn(unitId)
                .timers()
                .list()
                .stream()
                .filter(job -> MORNINGS.contains(management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()))
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }

    @Override
    public void changed(String unitId, LocalDate day) {
        runtime.createMessageCorrelation("DutyChanged")
                .processInstanceBusinessKey(key(unitId, day))
                .correlateAll();
    }

    static String key(String unitId, LocalDate day) {
        return unitId + ":" + day;
    }
}
