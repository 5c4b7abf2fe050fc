package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.DailyDuty;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code daily-duty.bpmn}. */
final class DutyDayVariables {

    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** An ISO date in the unit's time zone. */
    static final ProcessVariable<String> DAY = ProcessVariable.text("day");
    /** {@code onDuty}, {@code closed} or {@code past}. */
    static final ProcessVariable<String> BEGUN = ProcessVariable.text("begun");

    static final ProcessVariable<Boolean> NEEDS_DECISION = ProcessVariable.flag("needsDecision");
    /** Field of {@code decide-duty}. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    /** The login of the decider. */
    static final ProcessVariable<String> DECIDED_BY = ProcessVariable.text("decidedBy");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    DailyDuty.PROCESS, UNIT_ID, DAY, BEGUN, NEEDS_DECISION, DECISION, DECIDED_BY)
            .needing(ProcessContract.startedBy(DailyDuty.Message.DUTY_DAY_DUE)
                    .told(DailyDuty.Message.DUTY_CHANGED)
                    .withElements(DailyDuty.Event.DUTY_BEGINS, DailyDuty.Event.NEXT_MORNING));

    private DutyDayVariables() {}

    static LocalDate day(VariableScope scope) {
        return LocalDate.parse(DAY.get(scope));
    }
}
