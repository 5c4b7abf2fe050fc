package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.escalation.ContactDescription;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The entry of a visit, and the parts of it that people and the engine see (L3.8). */
class VisitRegisterTest extends VisitScenario {

    @Autowired
    List<ContactDescription> descriptions;

    @Autowired
    CustomerMerge merge;

    @Autowired
    RingingTasks ringing;

    @Test
    @Tag("L3.8")
    @Tag("L3.5")
    void everyFieldOfTheRegisterIsKeptWithTheVersionOfTheScript() {
        VisitKey key = comes(VISITOR);
        receivesNew(key, first());
        Task register = taskAt(key, VisitReception.Task.REGISTER_VISIT);
        assertThat(tasks.getVariable(register.getId(), "customerName")).isEqualTo("李先生");
        assertThat(tasks.getVariable(register.getId(), "intent")).isEqualTo("catering");
        assertThat(tasks.getVariable(register.getId(), "remarks").toString()).contains("临街");
        complete(
                register,
                "customerName",
                "李大明",
                "customerPhone",
                "13800000009",
                "mediaSource",
                "friend",
                "intent",
                "retail",
                "floorArea",
                88.5,
                "tradeType",
                "茶饮",
                "budget",
                "每月两万",
                "moveInDate",
                "2026-05-01",
                "interests",
                List.of("rent", "location"),
                "objections",
                "租金偏高",
                "nextStep",
                "周五再看",
                "remarks",
                "开车来的");

        Visit visit = visit(key);
        assertThat(visit.written().customerName()).isEqualTo("李大明");
        assertThat(visit.written().customerPhone()).isEqualTo("+8613800000009");
        assertThat(visit.written().mediaSource()).isEqualTo("friend");
        assertThat(visit.written().intent()).isEqualTo("retail");
        assertThat(visit.written().floorArea()).isEqualByComparingTo(new BigDecimal("88.5"));
        assertThat(visit.written().tradeType()).isEqualTo("茶饮");
        assertThat(visit.written().budget()).isEqualTo("每月两万");
        assertThat(visit.written().moveInDate()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(visit.written().interests()).contains("rent", "location");
        assertThat(visit.written().objections()).isEqualTo("租金偏高");
        assertThat(visit.written().nextStep()).isEqualTo("周五再看");
        assertThat(visit.written().remarks()).isEqualTo("开车来的");
        assertThat(visit.written().scriptVersion()).isPositive();
        assertThat(visit.written().registeredAt()).isEqualTo(clock.instant());
        // Both numbers are the customer's: the one at the door and the one that was written down.
        Customer customer = customers.byPhone(department.id(), "+8613800000009").get(0);
        assertThat(customers.byPhone(department.id(), VISITOR_E164)).containsExactly(customer);
    }

    @Test
    @Tag("L3.2c")
    void theAgentOfAReturningVisitorSeesTheEarlierNotes() {
        VisitKey before = comes(VISITOR);
        receivesNew(before, first());
        complete(
                taskAt(before, VisitReception.Task.REGISTER_VISIT),
                "customerName",
                "李先生",
                "customerPhone",
                VISITOR,
                "objections",
                "租金偏高",
                "nextStep",
                "周五再看");
        clock.forward(Duration.ofDays(4));
        VisitKey again = comes(VISITOR);
        greetsNew(again, taskAt(again, VisitReception.Task.GREET_VISITOR).getAssignee());

        Task next = tasks.createTaskQuery()
                .processInstanceId(instance(again).getId())
                .singleResult();
        assertThat(tasks.getVariable(next.getId(), "history").toString()).contains("租金偏高", "周五再看");
    }

    @Test
    @Tag("L3.2b")
    void greetingRingsOnTheScreenOfTheOneWhoseTurnItIs() {
        VisitKey key = comes(VISITOR);
        assertThat(ringing.of(first())).singleElement().satisfies(ring -> {
            assertThat(ring.id())
                    .isEqualTo(taskAt(key, VisitReception.Task.GREET_VISITOR).getId());
            assertThat(ring.line()).contains("李先生");
            assertThat(ring.until()).isEqualTo(in(Duration.ofMinutes(3)));
        });
        assertThat(ringing.of(second())).isEmpty();
    }

    @Test
    @Tag("L3.7")
    void managerSeesWhoseQuestionItIs() {
        VisitKey key = comes(VISITOR);
        assertThat(descriptions.stream()
                        .map(description -> description.describe(key.contact(), null))
                        .flatMap(java.util.Optional::stream))
                .singleElement()
                .asString()
                .contains("李先生", "138 0000 0001");
    }

    @Test
    void visitsOfTwoRecordsOfOnePersonAreOneHistory() {
        VisitKey key = comes(VISITOR);
        receivesNew(key, first());
        registers(key, "李先生", VISITOR);
        long from = visit(key).known().customerId();
        long into = customers
                .add(department.id(), "李大明", "+8613800000099", first(), ContactKind.CALL, clock.instant())
                .id();
        merge.merge(department.id(), into, from, first(), department.manager());

        assertThat(register.ofCustomer(into, 5)).extracting(Visit::visitId).containsExactly(key.visitId());
    }

    @Test
    void engineKeepsNothingPersonalOfAVisit() {
        customerOf(second(), ContactKind.VISIT, Duration.ofDays(1));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), second());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        String instance = instance(key).getId();
        registers(key, "李先生", VISITOR);

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .isEmpty();
    }
}
