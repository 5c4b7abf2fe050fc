package io.rotadesk.call.process;

import static io.rotadesk.call.process.CallVariables.CALL_VALIDITY_DAYS;
import static io.rotadesk.call.process.CallVariables.DAYS_SINCE_CONTACT;
import static io.rotadesk.call.process.CallVariables.LAST_CONTACT_KIND;
import static io.rotadesk.call.process.CallVariables.OWNER;
import static io.rotadesk.call.process.CallVariables.OWNER_KNOWN_BY;
import static io.rotadesk.call.process.CallVariables.VISIT_VALIDITY_DAYS;
import static io.rotadesk.call.process.CallVariables.call;

import io.rotadesk.call.Call;
import io.rotadesk.call.CallRegister;
import io.rotadesk.call.PriorContact;
import io.rotadesk.roster.UnitSettings;
import io.rotadesk.roster.Units;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** What {@code customer-status.dmn} is asked: the last contact as it stood when the call came in (L3.2e). */
@Component
class StatusDecision {

    private static final String DECISION_ID = "customer-status";
    private static final String ACTIVE = "ACTIVE";

    private final CallRegister register;
    private final Units units;
    private final DecisionService decisions;

    StatusDecision(CallRegister register, Units units, DecisionService decisions) {
        this.register = register;
        this.units = units;
        this.decisions = decisions;
    }

    /** Puts the decision's inputs into the process. */
    void prepare(DelegateExecution execution, Optional<PriorContact> prior) {
        inputs(register.get(call(execution)), prior).forEach(execution::setVariable);
    }

    /** Is the customer whose number called within validity? */
    boolean isActive(Call call) {
        PriorContact byPhone = new PriorContact(
                call.priorAgent(), PriorContact.BY_PHONE, call.priorContactKind(), call.priorContactAt());
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(DECISION_ID)
                .variables(inputs(call, Optional.of(byPhone)))
                .evaluate()
                .getSingleEntry());
    }

    private VariableMap inputs(Call call, Optional<PriorContact> prior) {
        UnitSettings settings = units.get(call.unitId()).settings();
        return Variables.createVariables()
                .putValue(OWNER.name(), prior.map(PriorContact::agent).orElse(null))
                .putValue(
                        OWNER_KNOWN_BY.name(), prior.map(PriorContact::knownBy).orElse(null))
                .putValue(
                        LAST_CONTACT_KIND.name(),
                        prior.map(PriorContact::kind)
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .putValue(
                        DAYS_SINCE_CONTACT.name(),
                        prior.map(PriorContact::at)
                                .map(at -> daysBetween(call, at, settings))
                                .orElse(null))
                .putValue(CALL_VALIDITY_DAYS.name(), (long) settings.callValidityDays())
                .putValue(VISIT_VALIDITY_DAYS.name(), (long) settings.visitValidityDays());
    }

    /** Calendar days in the unit's time zone: a contact on Monday is within seven days until the end of next Monday. */
    private static long daysBetween(Call call, java.time.Instant contact, UnitSettings settings) {
        return ChronoUnit.DAYS.between(
                contact.atZone(settings.zone()).toLocalDate(),
                call.receivedAt().atZone(settings.zone()).toLocalDate());
    }
}
