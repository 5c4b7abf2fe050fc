package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerStatusRule;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.leasing.customer.process.StatusQuestion;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Units;

/** The inputs of {@code customer-status.dmn} for a visit, as {@code ${visitStatus...}} in the model (L3.2e). */
@ModelBean("visitStatus")
public class VisitStatus extends StatusQuestion {

    private final Visits visits;
    private final CustomerStatusRule rule;

    VisitStatus(Visits visits, Units units, CustomerStatusRule rule) {
        super(units);
        this.visits = visits;
        this.rule = rule;
    }

    @Override
    protected Asked asked(String visitId) {
        Visit visit = visits.get(VisitKey.parse(visitId));
        return new Asked(visit.unitId(), visit.at(), visit.prior());
    }

    /** Whether this customer was within validity when the visitor arrived. */
    boolean wasActive(Visit visit, Customer customer) {
        return rule.isActive(
                visit.unitId(),
                visit.at(),
                new PriorContact(
                        customer.agent(), PriorContact.BY_PHONE, customer.lastContactKind(), customer.lastContactAt()));
    }
}
