package io.rotadesk.visit.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.VisitKey;
import io.rotadesk.visit.VisitProcess;
import io.rotadesk.visit.VisitRegister;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** Starts the visit process and tells it what happens. The business key is the visit's id. */
@Component
class RuntimeVisitProcess implements VisitProcess {

    private final RuntimeService runtime;
    private final PersonalTraces traces;
    private final VisitRegister register;

    RuntimeVisitProcess(RuntimeService runtime, PersonalTraces traces, VisitRegister register) {
        this.runtime = runtime;
        this.traces = traces;
        this.register = register;
    }

    @Override
    public void announced(VisitKey key) {
        Visit visit = register.get(key);
        runtime.createMessageCorrelation("VisitAnnounced")
                .processInstanceBusinessKey(key.visitId())
                .setVariable(VisitVariables.VISIT_ID.name(), key.toString())
                .setVariable(VisitVariables.UNIT_ID.name(), key.unitId())
                .setVariable(VisitVariables.PURPOSE.name(), visit.purpose())
                .setVariable(VisitVariables.APPOINTMENT.name(), visit.byAppointment())
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public void moved(VisitKey key) {
        message("AppointmentMoved", key).correlate();
    }

    @Override
    public void cancelled(VisitKey key) {
        message("AppointmentCancelled", key).correlate();
    }

    @Override
    public void arrived(VisitKey key) {
        message("VisitorArrived", key).correlate();
    }

    @Override
    public void turnCame(VisitKey key, String agent, boolean byHelper) {
        message("VisitTurnCame", key)
                .setVariable(VisitVariables.AGENT.name(), agent)
                .setVariable(VisitVariables.BY_HELPER.name(), byHelper)
                .correlate();
    }

    @Override
    public void left(VisitKey key) {
        message("VisitorLeft", key).correlate();
    }

    @Override
    public void forget(VisitKey key) {
        traces.forget(VisitVariables.DECLARED.processDefinitionKey(), VisitVariables.VISIT_ID, key.toString());
    }

    private MessageCorrelationBuilder message(String name, VisitKey key) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(key.visitId())
                .processInstanceVariableEquals(VisitVariables.VISIT_ID.name(), key.toString());
    }
}
