package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.staff.handover.Handovers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An agent leaves with open work of calls, and a colleague goes on where they stopped. */
class HandedOverCallTest extends CallScenario {

    @Autowired
    Handovers handovers;

    @Autowired
    TransactionTemplate transaction;

    String leaver;
    String successor;

    @BeforeEach
    void someoneIsAboutToLeave() {
        leaver = department.visitTeam().get(0);
        successor = department.visitTeam().get(1);
    }

    @Test
    @Tag("L2.2e")
    void aPromisedCallBackIsMadeByTheColleagueInTheTimeThatWasPromised() {
        CallKey key = callBackPromised();
        Instant promised = taskAt(key, CallHandling.Task.CALL_BACK).getDueDate().toInstant();

        assertThat(leaves()).isEqualTo(Handovers.Result.DONE);

        Task callBack = taskAt(key, CallHandling.Task.CALL_BACK);
        assertThat(callBack.getAssignee()).isEqualTo(successor);
        assertThat(callBack.getDueDate().toInstant()).isEqualTo(promised);
        timerFires(key, CallHandling.Timer.CALL_BACK_REMIND, Duration.ofMinutes(30));
        complete(callBack, "outcome", "notReached", "remarks", "占线");
        assertThat(taskAt(key, CallHandling.Task.CALL_BACK).getAssignee())
                .as("also at the next try")
                .isEqualTo(successor);
    }

    @Test
    @Tag("L2.2c")
    void theNextCallOfTheCustomerIsTheColleagues() {
        customerOf(leaver, CALLER_E164, Duration.ofDays(2));
        leaves();

        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);

        assertThat(taskAt(key, CallHandling.Task.TAKE_OVER_CALL).getAssignee()).isEqualTo(successor);
    }

    @Test
    void aFailureOnTheWayChangesNothing() {
        CallKey key = callBackPromised();

        transaction.executeWithoutResult(status -> {
            leaves();
            status.setRollbackOnly();
        });

        assertThat(taskAt(key, CallHandling.Task.CALL_BACK).getAssignee()).isEqualTo(leaver);
        assertThat(agentsOfTheNumber()).containsExactly(leaver);
        assertThat(handovers.of(department.id(), leaver).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isPositive();
    }

    private Handovers.Result leaves() {
        return handovers.handOver(department.id(), leaver, List.of(successor), successor);
    }

    private Stream<String> agentsOfTheNumber() {
        return customers.byPhone(department.id(), CALLER_E164).stream().map(Customer::agent);
    }

    private CallKey callBackPromised() {
        customerOf(leaver, CALLER_E164, Duration.ofDays(2));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(taskAt(key, CallHandling.Task.TAKE_OVER_CALL), "taking", "no");
        complete(
                taskAt(key, CallHandling.Task.COVER_CALL),
                "answer",
                "问租金优惠",
                "sensitive",
                "yes",
                "callBackNumber",
                "010-88886666");
        return key;
    }
}
