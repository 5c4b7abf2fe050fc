package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUp;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.customer.LookUps.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller whom the number does not tell is found by name; the call then goes on as if the number had told it (L2.2b). */
class LookedUpCallerTest extends CallScenario {

    private static final String HIDDEN = null;

    @Autowired
    LookUps lookUps;

    @Test
    @Tag("L2.2b")
    @Tag("L2.2c")
    void withheldNumberReachesTheOwnerWhoWasFoundByName() {
        Customer customer = customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        CallKey call = ringsFrom(HIDDEN);
        pickUp(call);
        ask(call, choice("李先生", onDuty()), "no");

        assertThat(taskAt(call, CallHandling.Task.TAKE_OVER_CALL).getAssignee()).isEqualTo(colleague());
        assertThat(call(call).caller().customerId()).isEqualTo(customer.id());
        assertThat(call(call).said().owner()).isEqualTo(colleague());
        assertThat(call(call).said().ownerKnownBy()).isEqualTo("phone");
        assertThat(lookUps.latest(department.id(), 5)).singleElement().satisfies(asked -> {
            assertThat(asked.login()).isEqualTo(onDuty());
            assertThat(asked.asked()).isEqualTo("李先生");
            assertThat(asked.chosen()).isTrue();
        });
    }

    @Test
    void lapsedCustomerWhoIsFoundStaysWithTheAgentOnDuty() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(30));
        CallKey call = ringsFrom(HIDDEN);
        pickUp(call);
        ask(call, choice("李先生", onDuty()), "yes");

        assertThat(taskAt(call, CallHandling.Task.REGISTER_CALL).getAssignee()).isEqualTo(onDuty());
    }

    @Test
    void nobodyNamesACustomerWhomTheyWereNotShown() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        CallKey call = ringsFrom(HIDDEN);
        pickUp(call);
        String others = choice("李先生", colleague());

        for (String typed : new String[] {others, "李先生", "李先生 〔999999999-1〕", others.replace("-1〕", "-2〕")}) {
            assertThatThrownBy(() -> ask(call, typed, "no")).as(typed).isInstanceOf(RefusedException.class);
        }
        String mine = choice("李先生", onDuty());
        clock.forward(Duration.ofHours(13));
        assertThatThrownBy(() -> ask(call, mine, "no")).as("yesterday's").isInstanceOf(RefusedException.class);
        taskAt(call, CallHandling.Task.ASK_CALLER);
    }

    @Test
    void numberThatTellsTheCustomerCountsFirst() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        customers.add(
                department.id(),
                "陈女士",
                "+8613900000077",
                onDuty(),
                io.rotadesk.leasing.customer.ContactKind.CALL,
                clock.instant());
        CallKey call = ringsFrom(CALLER);
        pickUp(call);

        assertThatThrownBy(() -> ask(call, choice("陈女士", onDuty()), "no")).isInstanceOf(RefusedException.class);
        ask(call, choice("李先生", onDuty()), "no");
        assertThat(taskAt(call, CallHandling.Task.TAKE_OVER_CALL).getAssignee()).isEqualTo(colleague());
    }

    /** The form does not ask for the customer then. */
    @Test
    void aCallerWhoWantsSomethingElseIsNobodysCustomer() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        CallKey call = ringsFrom(HIDDEN);
        pickUp(call);
        String choice = choice("李先生", onDuty());
        Map<String, Object> other = Map.of("enquiry", "other", "noteWho", "李先生", "noteAbout", "挂号信");
        Map<String, Object> both = new HashMap<>(other);
        both.put("foundCustomer", choice);

        assertThatThrownBy(() -> complete(taskAt(call, CallHandling.Task.ASK_CALLER), both))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("查到的客户");
        complete(taskAt(call, CallHandling.Task.ASK_CALLER), other);
        assertThat(call(call).caller().customerId()).isNull();
    }

    @Test
    void nobodyHarvestsTheListAndNumbersAreKeptByTheirLastDigits() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        String me = onDuty();
        for (String tooShort : new String[] {"", "李", "138", "ab", "%%%%"}) {
            assertThat(lookUps.ask(department.id(), tooShort, me).outcome())
                    .as(tooShort)
                    .isEqualTo(Outcome.TOO_SHORT);
        }
        assertThat(lookUps.ask(department.id(), CALLER, me).hits()).hasSize(1);
        assertThat(lookUps.ask(department.id(), "0001", me).hits()).hasSize(1);
        assertThat(lookUps.latest(department.id(), 5)).extracting(LookUp::asked).containsExactly("**01", "*******0001");
        assertThat(lookUps.ask(department.id(), "李138.0000-0001", me).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(lookUps.latest(department.id(), 1)).extracting(LookUp::asked).containsExactly("李*******0001");
        for (int i = 3; i < 10; i++) {
            assertThat(lookUps.ask(department.id(), "王女士", me).outcome()).isEqualTo(Outcome.ANSWERED);
        }
        assertThat(lookUps.ask(department.id(), "王女士", me).outcome()).isEqualTo(Outcome.TOO_OFTEN);
        assertThat(lookUps.ask(department.id(), "王女士", colleague()).outcome()).isEqualTo(Outcome.ANSWERED);
        clock.forward(Duration.ofMinutes(2));
        assertThat(lookUps.ask(department.id(), "王女士", me).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(lookUps.ask(founder.found().id(), CALLER, me).hits())
                .as("another department's customers")
                .isEmpty();
    }

    @Test
    void erasedCustomerIsNoLongerOnRecord() {
        Customer customer = customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        String choice = choice("李先生", onDuty());
        customers.erase(department.id(), customer.id());

        assertThat(lookUps.latest(department.id(), 5))
                .singleElement()
                .satisfies(asked -> assertThat(asked.asked()).isNull());
        assertThat(lookUps.chosen(department.id(), choice, onDuty())).isEmpty();
    }

    private String choice(String name, String login) {
        return name + " "
                + lookUps.ask(department.id(), name, login).hits().get(0).choice();
    }

    private void ask(CallKey call, String found, String contactedBefore) {
        complete(
                taskAt(call, CallHandling.Task.ASK_CALLER),
                Map.of("enquiry", "leasing", "contactedBefore", contactedBefore, "foundCustomer", found));
    }
}
