package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.staff.roster.Roster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is marked as having left while a call rings at their desk. */
class LeaversRingTest extends CallScenario {

    @Autowired
    Roster roster;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void callGoesOnToTheNextAtOnce() {
        CallKey key = ringsFrom(CALLER);
        String leaver = onDuty();
        String next = department.callTeam().get(1);
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee()).isEqualTo(leaver);

        roster.left(leaver);

        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee()).isEqualTo(next);
    }

    @Test
    void rosterThatWasNotTakenAfterAllMovesNothing() {
        CallKey key = ringsFrom(CALLER);
        String first = onDuty();

        transaction.executeWithoutResult(status -> {
            roster.left(first);
            status.setRollbackOnly();
        });

        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee()).isEqualTo(first);
    }

    @Test
    void answeredCallStaysWithItsAgent() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        String agent = task(key).getAssignee();

        roster.left(agent);

        assertThat(task(key).getAssignee()).isEqualTo(agent);
    }
}
