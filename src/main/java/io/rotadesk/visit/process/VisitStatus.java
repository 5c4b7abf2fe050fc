package io.rotadesk.visit.process;

import io.rotadesk.customer.ContactKind;
import io.rotadesk.customer.Customer;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.roster.UnitSettings;
import io.rotadesk.roster.Units;
import io.rotadesk.visit.PriorContact;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.VisitKey;
import io.rotadesk.visit.VisitRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What {@code customer-status.dmn} is asked about a visit, as {@code ${visitStatus...}} in the model: the last contact as it
 * stood when the visitor arrived (L3.2e). All methods take the process variable {@code visitId}.
 */
@ModelBean("visitStatus")
public class VisitStatus {

    private static final String DECISION_ID = "customer-status";
    private static final String ACTIVE = "ACTIVE";

    private final VisitRegister register;
    private final Units units;
    private final DecisionService decisions;

    VisitStatus(VisitRegister register, Units units, DecisionService decisions) {
        this.register = register;
        this.units = units;
        this.decisions = decisions;
    }

    /** @return {@code phone} or {@code said}; null without an earlier agent */
    public String ownerKnownBy(String visitId) {
        return visit(visitId).ownerKnownBy();
    }

    /** @return {@code call} or {@code visit}; null when none is known */
    public String lastContactKind(String visitId) {
        return isKnownByPhone(visitId) ? kind(visit(visitId).priorContactKind()) : null;
    }

    /** Calendar days in the unit's time zone: a contact on Monday is within seven days until the end of next Monday. */
    public Long daysSinceContact(String visitId) {
        Visit visit = visit(visitId);
        return isKnownByPhone(visitId) ? days(visit, visit.priorContactAt()) : null;
    }

    public long callValidityDays(String visitId) {
        return settings(visit(visitId)).callValidityDays();
    }

    public long visitValidityDays(String visitId) {
        return settings(visit(visitId)).visitValidityDays();
    }

    /** Is the customer whose number it is within validity? */
    boolean isActive(Visit visit) {
        return isActive(visit, visit.priorAgent(), visit.priorContactKind(), visit.priorContactAt());
    }

    /** Was this customer within validity when the visitor arrived? */
    boolean wasActive(Visit visit, Customer customer) {
        return isActive(visit, customer.agent(), customer.lastContactKind(), customer.lastContactAt());
    }

    private boolean isActive(Visit visit, String agent, ContactKind lastKind, Instant lastAt) {
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(DECISION_ID)
                .variables(Variables.createVariables()
                        .putValue(VisitVariables.OWNER.name(), agent)
                        .putValue("ownerKnownBy", PriorContact.BY_PHONE)
                        .putValue("lastContactKind", kind(lastKind))
                        .putValue("daysSinceContact", days(visit, lastAt))
                        .putValue("callValidityDays", (long) settings(visit).callValidityDays())
                        .putValue("visitValidityDays", (long) settings(visit).visitValidityDays()))
                .evaluate()
                .getSingleEntry());
    }

    private boolean isKnownByPhone(String visitId) {
        return PriorContact.BY_PHONE.equals(visit(visitId).ownerKnownBy());
    }

    private static String kind(ContactKind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }

    private Long days(Visit visit, Instant contactAt) {
        return contactAt == null ? null : ChronoUnit.DAYS.between(day(visit, contactAt), day(visit, visit.at()));
    }

    private LocalDate day(Visit visit, Instant at) {
        return at.atZone(settings(visit).zone()).toLocalDate();
    }

    private Visit visit(String visitId) {
        return register.get(VisitKey.parse(visitId));
    }

    private UnitSettings settings(Visit visit) {
        return units.get(visit.unitId()).settings();
    }
}
