package io.rotadesk.visit.process;

import static io.rotadesk.visit.process.VisitVariables.CALL_VALIDITY_DAYS;
import static io.rotadesk.visit.process.VisitVariables.DAYS_SINCE_CONTACT;
import static io.rotadesk.visit.process.VisitVariables.LAST_CONTACT_KIND;
import static io.rotadesk.visit.process.VisitVariables.OWNER;
import static io.rotadesk.visit.process.VisitVariables.OWNER_KNOWN_BY;
import static io.rotadesk.visit.process.VisitVariables.VISIT_VALIDITY_DAYS;

import io.rotadesk.customer.Customer;
import io.rotadesk.roster.UnitSettings;
import io.rotadesk.roster.Units;
import io.rotadesk.visit.PriorContact;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.Visitors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** What {@code customer-status.dmn} is asked: the last contact as it stood when the visitor arrived (L3.2e). */
@Component
class VisitStatus {

    private static final String DECISION_ID = "customer-status";
    private static final String ACTIVE = "ACTIVE";

    private final Units units;
    private final DecisionService decisions;

    VisitStatus(Units units, DecisionService decisions) {
        this.units = units;
        this.decisions = decisions;
    }

    /** Puts the decision's inputs into the process. */
    void prepare(DelegateExecution execution, Visit visit, Optional<PriorContact> prior) {
        inputs(visit, prior).forEach(execution::setVariable);
    }

    /** Is the customer whose number it is within validity? */
    boolean isActive(Visit visit) {
        return isActive(visit, Visitors.byPhone(visit));
    }

    /** Was this customer within validity when the visitor arrived? */
    boolean wasActive(Visit visit, Customer customer) {
        return isActive(
                visit,
                Optional.of(new PriorContact(
                        customer.agent(),
                        PriorContact.BY_PHONE,
                        customer.lastContactKind(),
                        customer.lastContactAt())));
    }

    private boolean isActive(Visit visit, Optional<PriorContact> prior) {
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(DECISION_ID)
                .variables(inputs(visit, prior))
                .evaluate()
                .getSingleEntry());
    }

    private VariableMap inputs(Visit visit, Optional<PriorContact> prior) {
        UnitSettings settings = units.get(visit.unitId()).settings();
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
                                .map(at -> ChronoUnit.DAYS.between(day(at, settings), day(visit.at(), settings)))
                                .orElse(null))
                .putValue(CALL_VALIDITY_DAYS.name(), (long) settings.callValidityDays())
                .putValue(VISIT_VALIDITY_DAYS.name(), (long) settings.visitValidityDays());
    }

    /** Calendar days in the unit's time zone: a contact on Monday is within seven days until the end of next Monday. */
    private static LocalDate day(Instant at, UnitSettings settings) {
        return at.atZone(settings.zone()).toLocalDate();
    }
}
