package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A visitor without a number is found by name; the reception then goes on as if the number had told who it is (L3.2b, L3.2c). */
class LookedUpVisitorTest extends VisitScenario {

    @Autowired
    LookUps lookUps;

    @Test
    @Tag("L3.2c")
    void visitorWhoWasFoundByNameIsTheEarlierAgentsCustomer() {
        String owner = department.callTeam().get(0);
        Customer customer = customers.add(
                department.id(),
                "陈女士",
                VISITOR_E164,
                owner,
                ContactKind.CALL,
                clock.instant().minus(Duration.ofDays(2)));
        VisitKey visit = comes(null);
        greets(visit, lookUps.ask(department.id(), "陈女士", first()).hits().get(0).choice());

        assertThat(visit(visit).known().customerId()).isEqualTo(customer.id());
        assertThat(visit(visit).said().owner()).isEqualTo(owner);
        assertThat(visit(visit).said().ownerKnownBy()).isEqualTo("phone");
    }

    @Test
    void typedCustomerGivesNoRight() {
        customers.add(department.id(), "陈女士", VISITOR_E164, second(), ContactKind.CALL, clock.instant());
        VisitKey visit = comes(null);
        String others =
                lookUps.ask(department.id(), "陈女士", second()).hits().get(0).choice();

        assertThatThrownBy(() -> greets(visit, others)).isInstanceOf(RefusedException.class);
        taskAt(visit, VisitReception.Task.GREET_VISITOR, first());
    }

    private void greets(VisitKey visit, String found) {
        complete(
                taskAt(visit, VisitReception.Task.GREET_VISITOR, first()),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "no",
                "foundCustomer",
                found);
    }
}
