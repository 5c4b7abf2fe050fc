package io.rotadesk.call.process;

import static io.rotadesk.call.process.CallVariables.OWNER;

import io.rotadesk.call.Call;
import io.rotadesk.call.CallKey;
import io.rotadesk.call.CallRegister;
import io.rotadesk.call.PriorContact;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.roster.UnitSettings;
import io.rotadesk.roster.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What {@code customer-status.dmn} is asked about a call, as {@code ${callStatus...}} in the model: the last contact as it
 * stood when the call came in (L3.2e). All methods take the process variable {@code callId}.
 */
@ModelBean("callStatus")
public class StatusDecision {

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

    /** @return {@code phone} or {@code said}; null without an earlier agent */
    public String ownerKnownBy(String callId) {
        return call(callId).ownerKnownBy();
    }

    /** @return {@code call} or {@code visit}; null when none is known */
    public String lastContactKind(String callId) {
        return isKnownByPhone(callId) ? kind(call(callId)) : null;
    }

    /** Calendar days in the unit's time zone: a contact on Monday is within seven days until the end of next Monday. */
    public Long daysSinceContact(String callId) {
        return isKnownByPhone(callId) ? days(call(callId)) : null;
    }

    public long callValidityDays(String callId) {
        return settings(call(callId)).callValidityDays();
    }

    public long visitValidityDays(String callId) {
        return settings(call(callId)).visitValidityDays();
    }

    /** Is the customer whose number called within validity? */
    boolean isActive(Call call) {
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(DECISION_ID)
                .variables(Variables.createVariables()
                        .putValue(OWNER.name(), call.priorAgent())
                        .putValue("ownerKnownBy", PriorContact.BY_PHONE)
                        .putValue("lastContactKind", kind(call))
                        .putValue("daysSinceContact", days(call))
                        .putValue("callValidityDays", (long) settings(call).callValidityDays())
                        .putValue("visitValidityDays", (long) settings(call).visitValidityDays()))
                .evaluate()
                .getSingleEntry());
    }

    private boolean isKnownByPhone(String callId) {
        return PriorContact.BY_PHONE.equals(call(callId).ownerKnownBy());
    }

    private static String kind(Call call) {
        return call.priorContactKind() == null
                ? null
                : call.priorContactKind().name().toLowerCase(Locale.ROOT);
    }

    private Long days(Call call) {
        return call.priorContactAt() == null
                ? null
                : ChronoUnit.DAYS.between(day(call, call.priorContactAt()), day(call, call.receivedAt()));
    }

    private LocalDate day(Call call, Instant at) {
        return at.atZone(settings(call).zone()).toLocalDate();
    }

    private Call call(String callId) {
        return register.get(CallKey.parse(callId));
    }

    private UnitSettings settings(Call call) {
        return units.get(call.unitId()).settings();
    }
}
