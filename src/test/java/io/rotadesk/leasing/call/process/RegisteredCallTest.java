package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The entry in the register: new customers, lapsed ones, the agent's own. */
class RegisteredCallTest extends CallScenario {

    @Autowired
    Handbook handbook;

    @Test
    @Tag("L2.2f")
    @Tag("L2.3")
    void newCallerIsRegisteredAndBecomesTheAgentsCustomer() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task task = taskAt(key, CallHandling.Task.REGISTER_CALL);
        assertThat(task.getAssignee()).isEqualTo(onDuty());
        complete(
                task,
                Map.of(
                        "customerName", "李先生",
                        "customerPhone", "138 0000 0001",
                        "mediaSource", "web",
                        "floorArea", 120,
                        "tradeType", "餐饮",
                        "budget", "每月两万",
                        "moveInDate", "2026-05-01",
                        "remarks", "周末看房",
                        "leftOwnDetails", true));
        Call call = call(key);
        assertThat(call.state()).isEqualTo(CallState.REGISTERED);
        assertThat(call.written().customerName()).isEqualTo("李先生");
        assertThat(call.written().customerPhone()).isEqualTo(CALLER_E164);
        assertThat(call.written().floorArea()).isEqualByComparingTo("120");
        assertThat(call.written().moveInDate()).isEqualTo("2026-05-01");
        assertThat(call.written().leftOwnDetails()).isTrue();
        Customer customer = customers.find(call.caller().customerId()).orElseThrow();
        assertThat(customer.agent()).isEqualTo(onDuty());
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(ended(key, CallHandling.EndEvent.CALL_REGISTERED)).isTrue();
    }

    @Test
    @Tag("L2.3")
    void refusedNumberIsRecordedAndFoundsNoClaim() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of("customerName", "李先生", "phoneRefused", true, "leftOwnDetails", true));
        assertThat(call(key).written().phoneRefused()).isTrue();
        assertThat(customers.byPhone(department.id(), CALLER_E164)).isEmpty();
    }

    @Test
    @Tag("L2.3")
    void refusedNameIsRecordedAndFoundsNoClaim() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(taskAt(key, CallHandling.Task.REGISTER_CALL), Map.of("customerPhone", CALLER, "leftOwnDetails", true));
        assertThat(call(key).written().nameRefused()).isTrue();
        assertThat(customers.byPhone(department.id(), CALLER_E164)).isEmpty();
    }

    @Test
    @Tag("L2.4")
    void theAgentMustHaveLeftTheirOwnNameAndNumber() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task task = taskAt(key, CallHandling.Task.REGISTER_CALL);
        assertThat((String) onForm(task, "ownDetails")).contains("招商员1", "139 0000 0001");
        assertThatThrownBy(() -> complete(task, "customerName", "李先生", "customerPhone", CALLER))
                .isInstanceOf(RefusedException.class);
        assertThat(call(key).state()).as("nothing was changed").isEqualTo(CallState.ANSWERED);
    }

    @Test
    @Tag("L2.5")
    void theEntryBearsTheVersionOfTheScriptInForce() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        register(key, "李先生", CALLER);
        assertThat(call(key).written().scriptVersion()).isEqualTo(handbook.currentVersion(department.id()));
    }

    @Test
    @Tag("L2.2f")
    void lapsedCustomerGoesToTheAgentOnDuty() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(8));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", colleague());
        register(key, "李先生", CALLER);
        assertThat(call(key).written().status()).isEqualTo("LAPSED");
        assertThat(customers.byPhone(department.id(), CALLER_E164))
                .singleElement()
                .extracting(Customer::agent)
                .isEqualTo(onDuty());
    }

    @Test
    void ownCustomerTakesNoTurn() {
        customerOf(onDuty(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        Task task = taskAt(key, CallHandling.Task.REGISTER_CALL);
        assertThat(onForm(task, "customerName")).as("filled in as far as known").isEqualTo("李先生");
        assertThat(ledgerOf(key, onDuty())).contains(Kind.RESTORED);
        register(key, "李先生", CALLER);
        assertThat(receive(newCall(), null).offer().agent().login())
                .as("the turn is made up")
                .isEqualTo(onDuty());
    }

    private Object onForm(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }

    @Test
    @Tag("L2.3")
    void theEntryOfAnEveningsCallIsDueTheNextMorning() {
        // Ten minutes before work ends.
        clock.forward(Duration.ofHours(10).plusMinutes(50));
        CallKey key = ringsFrom("13800000067");
        pickUp(key);
        askAboutLeasing(key, "no", null);

        assertThat(taskAt(key, CallHandling.Task.REGISTER_CALL).getDueDate())
                .isEqualTo(Instant.parse("2026-03-03T08:20:00+08:00"));
    }

    @Test
    @Tag("L2.3")
    void lateEntryIsRemindedOfAndThenToldToTheManager() {
        CallKey key = ringsFrom("13800000066");
        pickUp(key);
        askAboutLeasing(key, "no", null);

        timerFires(key, CallHandling.Timer.REGISTER_CALL_REMIND, Duration.ofMinutes(30));
        assertThat(task(key).getPriority()).as("the reminder").isGreaterThan(50);
        timerFires(key, CallHandling.Timer.REGISTER_CALL_TELL_MANAGER, Duration.ofMinutes(30));
        assertThat(tasks.getIdentityLinksForTask(task(key).getId()))
                .extracting("userId")
                .contains(department.manager());
        register(key, "李先生", "13800000066");
    }
}
