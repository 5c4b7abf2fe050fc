package io.rotadesk.leasing.customer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.TestClock;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUp.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The agent gets in touch before validity ends, or the customer does. */
@Tag("L3.2e")
class CustomerFollowUpTest extends FollowUpScenario {

    private static final String SAID = "请你们永远别再打来";

    @Test
    void theAgentGetsTheTaskTwoDaysBeforeTheLastDayIsOver() {
        Customer customer = called();
        // Monday's call is valid until the end of next Monday; on Sunday two days are left.
        morning(5);
        assertThat(followUps.startDue(department.id())).isZero();
        morning(6);
        assertThat(followUps.startDue(department.id())).isEqualTo(1);

        ProcessInstance process = process(customer);
        assertThat(process)
                .hasPassed(CustomerFollowUp.StartEvent.FOLLOW_UP_DUE)
                .isWaitingAt(CustomerFollowUp.Task.FOLLOW_UP);
        Task task = task(process);
        assertThat(task.getAssignee()).isEqualTo(agent);
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2026-03-09T04:00:00Z")));
        assertThat(timer(process, CustomerFollowUp.Event.VALIDITY_ENDED).getDuedate())
                .isEqualTo(Date.from(customer.validUntil()))
                .isEqualTo(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        assertThat(shown(task, "customerLine")).contains(NAME).contains(phone.substring(11));
        assertThat(shown(task, "validityLine")).contains("2026-03-09");
        assertThat(shown(task, "lastLine")).isNotBlank();
        assertThat(followUps.startDue(department.id())).as("once is enough").isZero();
    }

    @Test
    void aReachedCustomerStaysTheAgentsForAnotherWeek() {
        Customer customer = due();
        ProcessInstance process = process(customer);

        complete(task(process), "outcome", "reached", "remarks", "下周来看");

        assertThat(process).isEnded().hasPassed(CustomerFollowUp.EndEvent.CUSTOMER_REACHED);
        assertThat(now(customer).validUntil()).isEqualTo(customer.validUntil().plus(Duration.ofDays(6)));
        assertThat(now(customer).lastContactAt()).isEqualTo(clock.instant());
        assertThat(followUps.of(customer.id())).singleElement().satisfies(done -> {
            assertThat(done.outcome()).isEqualTo(Outcome.REACHED);
            assertThat(done.remarks()).isEqualTo("下周来看");
        });
        assertThat(periods(customer)).extracting(AgentPeriod::until).containsOnlyNulls();
        morning(12);
        assertThat(followUps.startDue(department.id()))
                .as("and is followed up again")
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhoIsNotReachedIsTriedAgainUntilTheEnd() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        clock.set(Instant.parse("2026-03-09T05:00:00Z"));

        complete(task(process), "outcome", "notReached", "remarks", "占线");

        assertThat(process).isWaitingAt(CustomerFollowUp.Task.FOLLOW_UP);
        Task again = task(process);
        assertThat(shown(again, "triesLine")).contains("1").contains("占线");
        assertThat(tasks.getVariable(again.getId(), "remarks"))
                .as("a new try, a new form")
                .isNull();
        assertThat(again.getDueDate()).isEqualTo(Date.from(clock.instant().plus(Duration.ofMinutes(30))));

        complete(again, "outcome", "notReached");
        complete(task(process), "outcome", "reached");

        assertThat(process).isEnded();
        assertThat(followUps.of(customer.id()).get(0).tries()).isEqualTo(2);
        assertThat(followUps.of(customer.id()).get(0).remarks()).isEqualTo("占线");
    }

    @Test
    void aLateAgentIsReminded() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        assertThat(timer(process, CustomerFollowUp.Timer.FOLLOW_UP_REMIND).getDuedate())
                .isEqualTo(task(process).getDueDate());

        fire(process, CustomerFollowUp.Timer.FOLLOW_UP_REMIND);

        assertThat(process).isWaitingAt(CustomerFollowUp.Task.FOLLOW_UP);
        assertThat(task(process).getPriority()).isEqualTo(75);
        assertThat(db.sql("select task from task_reminder where process = 'customer-follow-up' and unit_id = ?")
                        .param(department.id())
                        .query(String.class)
                        .list())
                .containsExactly(CustomerFollowUp.Task.FOLLOW_UP);
    }

    @Test
    void aContactInBetweenMakesTheFollowUpNeedless() {
        Customer customer = due();
        ProcessInstance process = process(customer);

        customers.contacted(department.id(), customer.id(), null, null, ContactKind.CALL, clock.instant());

        assertThat(process)
                .isEnded()
                .hasPassed(CustomerFollowUp.Event.CUSTOMER_CONTACTED, CustomerFollowUp.EndEvent.CONTACT_IN_BETWEEN);
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.CONTACTED);
    }

    @Test
    void theCallOfACustomerWhoIsDueEndsTheFollowUpWhenItIsRegistered() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        CallKey key = new CallKey(department.id(), "due-" + numbers.incrementAndGet());
        // The agent's team answers calls every other day.
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        calls.receive(key, phone, null);
        for (String step : List.of(
                CallHandling.Task.PICK_UP_CALL, CallHandling.Task.ASK_CALLER, CallHandling.Task.REGISTER_CALL)) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(key.callId())
                    .singleResult();
            if (task == null || !task.getTaskDefinitionKey().equals(step)) {
                break;
            }
            complete(task, form(step));
        }
        Task last =
                tasks.createTaskQuery().processInstanceBusinessKey(key.callId()).singleResult();
        if (last != null) {
            // A colleague has the phone today, and the agent takes over.
            complete(last, Map.of("taking", "yes"));
            complete(
                    tasks.createTaskQuery()
                            .processInstanceBusinessKey(key.callId())
                            .singleResult(),
                    form(CallHandling.Task.REGISTER_CALL));
        }
        assertThat(process).isEnded().hasPassed(CustomerFollowUp.EndEvent.CONTACT_IN_BETWEEN);
        assertThat(now(customer).validUntil()).isAfter(customer.validUntil());
    }

    @Test
    void aContactThatDoesNotMoveTheEndLeavesTheFollowUpOpen() {
        Customer customer = due();

        customers.contacted(
                department.id(), customer.id(), null, null, ContactKind.CALL, TestClock.MONDAY_NINE.minusSeconds(1));

        assertThat(process(customer)).isWaitingAt(CustomerFollowUp.Task.FOLLOW_UP);
    }

    @Test
    void anAgentWhoTakesTheCustomerOverGetsTheTask() {
        Customer customer = due();
        String colleague = department.callTeam().get(1);

        customers.handOver(department.id(), customer.id(), colleague, ClaimReason.HANDED_OVER);

        assertThat(task(process(customer)).getAssignee()).isEqualTo(colleague);
        complete(task(process(customer)), "outcome", "notReached");
        assertThat(task(process(customer)).getAssignee()).isEqualTo(colleague);
        assertThat(followUps.of(customer.id()).get(0).agent()).isEqualTo(colleague);
    }

    @Test
    void nothingOfTheCustomerIsInTheProcessOrLeftAfterErasure() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        complete(task(process), "outcome", "notReached", "remarks", SAID);
        assertThat(runtime.getVariables(process.getId())).containsOnlyKeys("followUpId", "unitId", "reached");

        assertThat(shown(task(process), "triesLine"))
                .as("what was said, in the next try's form")
                .contains(SAID);
        assertThat(variablesThatHold(SAID)).isZero();

        customers.erase(department.id(), customer.id());

        assertThat(process(customer)).isNull();
        assertThat(followUps.of(customer.id())).isEmpty();
        assertThat(periods(customer)).isEmpty();
        assertThat(variablesThatHold(SAID)).isZero();
    }

    /** Values of running processes and in the engine's history. */
    private long variablesThatHold(String words) {
        return db.sql("""
            select count(*) from (select text_ from public.act_ru_variable
                                  union all select text_ from public.act_hi_varinst) v
            where text_ like '%' || ? || '%'
            """).param(words).query(Long.class).single();
    }

    private static Map<String, Object> form(String step) {
        return switch (step) {
            case CallHandling.Task.ASK_CALLER -> Map.of("enquiry", "leasing", "contactedBefore", "yes");
            case CallHandling.Task.REGISTER_CALL ->
                Map.of("customerName", NAME, "customerPhone", "13600009999", "leftOwnDetails", true);
            default -> Map.of();
        };
    }
}
