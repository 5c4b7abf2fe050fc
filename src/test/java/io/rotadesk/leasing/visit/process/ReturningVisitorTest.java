package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody comes who has called or visited before (L3.2c, L3.2e), also earlier on the same day (L3.1). */
class ReturningVisitorTest extends VisitScenario {

    @Test
    @Tag("L3.2c")
    void earlierAgentReceivesTheirCustomerAndTheGreeterHasTheTurnBack() {
        Customer customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(3));
        VisitKey key = comes(VISITOR);
        Task greet = taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        assertThat(tasks.getVariable(greet.getId(), "priorContactLine").toString())
                .contains("招商员5");
        greetsKnown(key, first(), second());

        Task receive = taskAt(key, VisitReception.Task.RECEIVE_VISITOR, second());
        assertThat(receive.getDueDate().toInstant()).isEqualTo(in(Duration.ofMinutes(5)));
        assertThat(rota.isFree(first())).as("stays until the colleague is here").isFalse();
        complete(receive, "taking", "yes");
        assertThat(rota.isFree(first())).isTrue();
        assertThat(ledgerOf(key, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.RESTORED, Kind.FINISHED);
        seesOff(key);
        registers(key, "李先生", VISITOR);

        assertThat(ended(key, VisitReception.EndEvent.VISIT_REGISTERED)).isTrue();
        assertThat(customers.find(customer.id()).orElseThrow().agent()).isEqualTo(second());
        assertThat(customers.find(customer.id()).orElseThrow().lastContactAt()).isEqualTo(clock.instant());
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    @Tag("L3.2c")
    void theVisitorsAnswerCountsWhenItIsConfirmed() {
        VisitKey confirmed = comes("13800000041");
        greetsKnown(confirmed, first(), third());
        taskAt(confirmed, VisitReception.Task.RECEIVE_VISITOR, third());

        VisitKey unconfirmed = comes("13800000042");
        complete(
                taskAt(unconfirmed, VisitReception.Task.GREET_VISITOR, second()),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "yes",
                "namedAgent",
                third(),
                "confirmed",
                "no");
        taskAt(unconfirmed, VisitReception.Task.CONFIRM_INTENT, second());
    }

    @Test
    @Tag("L3.2c")
    void anAgentWhoSendsTheFormUnchangedHasCome() {
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), third());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR, third()));

        taskAt(key, VisitReception.Task.SEE_OFF_VISITOR, third());
    }

    @Test
    @Tag("L3.2c")
    void ownCustomerTakesNoTurnAndNoThreeSteps() {
        customerOf(first(), ContactKind.CALL, Duration.ofDays(2));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), first());

        taskAt(key, VisitReception.Task.SEE_OFF_VISITOR, first());
        assertThat(ledgerOf(key, first())).contains(Kind.RESTORED);
        seesOff(key);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    @Tag("L3.2e")
    void lapsedCustomerBecomesTheCustomerOfTheAgentOnDuty() {
        Customer customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(16));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), second());
        confirmsIntent(key);
        tours(key);
        negotiates(key);
        seesOff(key);
        registers(key, "李先生", VISITOR);

        assertThat(visit(key).said().status()).isEqualTo("LAPSED");
        assertThat(customers.find(customer.id()).orElseThrow().agent()).isEqualTo(first());
    }

    @Test
    @Tag("L3.2e")
    void statusIsAsItWasOnArrivalHoweverLongTheReceptionTakes() {
        customerOf(second(), ContactKind.CALL, Duration.ofDays(7));
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        clock.forward(Duration.ofHours(16));
        isFreeAgain(second());
        isFreeAgain(first());
        soon(key, VisitState.OFFERED);
        String greeter = taskAt(key, VisitReception.Task.GREET_VISITOR).getAssignee();
        greetsKnown(key, greeter, second());

        assertThat(visit(key).said().owner()).isEqualTo(second());
        assertThat(runtime.getVariable(instance(key).getId(), "status")).isEqualTo("ACTIVE");
    }

    @Test
    @Tag("L3.1")
    void sameVisitorBackOnTheSameDayGoesToTheSameAgentAndTakesNoNewTurn() {
        VisitKey morning = comes(VISITOR);
        receivesNew(morning, first());
        registers(morning, "李先生", VISITOR);
        clock.forward(Duration.ofHours(3));
        VisitKey afternoon = comes(VISITOR);

        Task greet = taskAt(afternoon, VisitReception.Task.GREET_VISITOR, first());
        assertThat(tasks.getVariable(greet.getId(), "priorContactLine").toString())
                .contains("今天已由");
        greetsKnown(afternoon, first(), first());
        seesOff(afternoon);
        registers(afternoon, "李先生", VISITOR);
        assertThat(ledgerOf(afternoon, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, second());
        taskAt(comes("13800000003"), VisitReception.Task.GREET_VISITOR, third());
        taskAt(comes("13800000004"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    @Tag("L3.1")
    void backBeforeTheFirstVisitWasRegisteredIsStillTheirs() {
        VisitKey morning = comes(VISITOR);
        receivesNew(morning, first());
        isBusy(first());
        VisitKey again = comes(VISITOR);

        greetsNew(again, second());
        assertThat(visit(again).said().owner()).isEqualTo(first());
        assertThat(ledgerOf(again, second())).contains(Kind.RESTORED);
    }

    @Test
    @Tag("L3.2c")
    void companysSharedLineIsNeverSettledSilently() {
        customerOf(second(), ContactKind.CALL, Duration.ofDays(1));
        customers.add(department.id(), "孙女士", VISITOR_E164, third(), ContactKind.CALL, clock.instant());
        VisitKey key = comes(VISITOR);
        Task greet = taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        assertThat(tasks.getVariable(greet.getId(), "priorContactLine").toString())
                .contains("李先生", "孙女士");
        greetsNew(key, first());
        taskAt(key, VisitReception.Task.CONFIRM_INTENT, first());
    }

    @Test
    @Tag("L3.2c")
    void aColleaguesCustomerWhoGivesTheNumberOnlyAtTheEndStaysTheColleagues() {
        Customer customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(1));
        VisitKey key = comes(null);
        receivesNew(key, first());
        registers(key, "李先生", VISITOR);

        assertThat(visit(key).known().customerId()).isEqualTo(customer.id());
        assertThat(customers.find(customer.id()).orElseThrow().agent()).isEqualTo(second());
    }
}
