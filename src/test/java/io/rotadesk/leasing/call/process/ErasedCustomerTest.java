package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.Traces;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.staff.duty.Presence;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One action erases a customer everywhere. */
class ErasedCustomerTest extends CallScenario {

    /** Each test has its own, since the whole database is searched and the other test leaves its customer there. */
    private final String name = Traces.own("独孤无忌");

    private final String phone = Traces.ownPhone();
    private final String number = "+86" + phone;
    private final String said = Traces.own("只告诉你们我要开一家古琴馆");

    @Autowired
    Presence presence;

    @Autowired
    Traces traces;

    @Test
    void nothingOfTheCustomerIsLeftInAnyTable() {
        registeredCaller();
        CallKey covered = coveredCaller();
        CallKey ringing = ringsFrom(number);
        assertThat(traces.placesThatHold(name)).as("known before").isNotEmpty();
        assertThat(traces.placesThatHold(said)).isNotEmpty();
        assertThat(traces.placesThatHold(phone)).isNotEmpty();

        customers.erase(department.id(), customerId());

        assertThat(traces.placesThatHold(name)).isEmpty();
        assertThat(traces.placesThatHold(said)).isEmpty();
        assertThat(traces.placesThatHold(phone)).isEmpty();
        assertThat(traces.placesThatHold(phone.replaceFirst("(...)(....)", "$1 $2 ")))
                .isEmpty();
        assertThat(taskAt(covered, CallHandling.Task.CALL_BACK))
                .as("the task stays")
                .isNotNull();
        pickUp(ringing);
    }

    @Test
    void anotherUnitsCustomerIsNotErased() {
        registeredCaller();
        long id = customerId();
        assertThatThrownBy(() -> customers.erase(founder.found().id(), id)).isInstanceOf(NoSuchElementException.class);
        assertThat(customers.find(id)).isPresent();
        assertThat(traces.placesThatHold(name)).isNotEmpty();
    }

    private long customerId() {
        return customers.byPhone(department.id(), number).get(0).id();
    }

    private void registeredCaller() {
        CallKey key = ringsFrom(number);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of(
                        "customerName", name,
                        "customerPhone", number,
                        "remarks", said,
                        "questionForManager", name + "问:" + said,
                        "leftOwnDetails", true));
    }

    private CallKey coveredCaller() {
        presence.away(department.callTeam().get(0), "外出");
        CallKey key = ringsFrom(number);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(
                taskAt(key, CallHandling.Task.COVER_CALL),
                Map.of("answer", said, "sensitive", "yes", "callBackNumber", number));
        return key;
    }
}
