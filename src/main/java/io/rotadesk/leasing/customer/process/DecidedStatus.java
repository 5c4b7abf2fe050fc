package io.rotadesk.leasing.customer.process;

import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.CustomerStatusRule;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks {@code customer-status.dmn}. */
@Component
class DecidedStatus implements CustomerStatusRule {

    private static final String ACTIVE = "ACTIVE";

    private final Units units;
    private final DecisionService decisions;

    DecidedStatus(Units units, DecisionService decisions) {
        this.units = units;
        this.decisions = decisions;
    }

    @Override
    public boolean isActive(String unitId, Instant at, PriorContact prior) {
        UnitSettings settings = units.get(unitId).settings();
        CustomerSettings validity = settings.get(CustomerSettings.class);
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(StatusQuestion.DECISION.decision())
                .variables(Variables.createVariables()
                        .putValue("owner", prior.agent())
                        .putValue("ownerKnownBy", PriorContact.BY_PHONE)
                        .putValue("lastContactKind", StatusQuestion.kind(prior))
                        .putValue("daysSinceContact", StatusQuestion.days(prior, at, settings.zone()))
                        .putValue("callValidityDays", (long) validity.callValidityDays())
                        .putValue("visitValidityDays", (long) validity.visitValidityDays()))
                .evaluate()
                .getSingleEntry());
    }
}
