package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.leasing.customer.process.StatusQuestion;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitRegister;
import io.rotadesk.staff.unit.Units;
import org.camunda.bpm.engine.DecisionService;

/** The inputs of {@code customer-status.dmn} for a visit, as {@code ${visitStatus...}} in the model (L3.2e). */
@ModelBean("visitStatus")
public class VisitStatus extends StatusQuestion {

    private final VisitRegister register;

    VisitStatus(VisitRegister register, Units units, DecisionService decisions) {
        super(units, decisions);
        this.register = register;
    }

    @Override
    protected Asked asked(String visitId) {
        return asked(register.get(VisitKey.parse(visitId)));
    }

    /** Whether the customer with the number is within validity. */
    boolean isActive(Visit visit) {
        return isActive(asked(visit));
    }

    /** Whether this customer was within validity when the visitor arrived. */
    boolean wasActive(Visit visit, Customer customer) {
        return isActive(new Asked(
                visit.unitId(),
                visit.at(),
                new PriorContact(
                        customer.agent(),
                        PriorContact.BY_PHONE,
                        customer.lastContactKind(),
                        customer.lastContactAt())));
    }

    private static Asked asked(Visit visit) {
        return new Asked(
                visit.unitId(),
                visit.at(),
                new PriorContact(
                        visit.known().priorAgent(),
                        visit.said().ownerKnownBy(),
                        visit.known().priorContactKind(),
                        visit.known().priorContactAt()));
    }
}
