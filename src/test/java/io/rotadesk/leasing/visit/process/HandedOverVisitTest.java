package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.handover.Handovers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody leaves while a hand-back waits: it goes to the colleague who takes over (L3.2d). */
@Tag("L3.2d")
class HandedOverVisitTest extends VisitScenario {

    @Autowired
    Handovers handovers;

    @Test
    void aHandBackThatWaitsToBeReadIsReadByTheSuccessor() {
        String owner = department.callTeam().get(0);
        String successor = department.callTeam().get(1);
        VisitKey key = helped(owner);
        complete(taskAt(key, VisitReception.Task.HAND_BACK), "course", "看了一层", "result", "周五再来");
        Instant due = taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, owner)
                .getDueDate()
                .toInstant();

        leaves(owner, successor);

        Task acknowledge = taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, successor);
        assertThat(acknowledge.getDueDate().toInstant()).as("nothing is reset").isEqualTo(due);
        assertThat(shown(acknowledge, "course")).isEqualTo("看了一层");
        timerFires(key, VisitReception.Timer.ACKNOWLEDGE_HAND_BACK_REMIND, Duration.ofHours(4));
        complete(acknowledge);
        assertThat(ended(key, VisitReception.EndEvent.HANDED_BACK)).isTrue();
        assertThat(visit(key).said().owner()).isEqualTo(successor);
        assertThat(customers.byPhone(department.id(), VISITOR_E164))
                .singleElement()
                .satisfies(customer -> assertThat(customer.agent()).isEqualTo(successor));
    }

    @Test
    void aHandBackThatWaitsToBeWrittenIsWrittenByTheSuccessorForTheSameAgent() {
        String owner = department.callTeam().get(0);
        VisitKey key = helped(owner);
        String helper = taskAt(key, VisitReception.Task.HAND_BACK).getAssignee();
        String successor = department.callTeam().get(2);

        leaves(helper, successor);

        complete(taskAt(key, VisitReception.Task.HAND_BACK, successor), "course", "看了一层", "result", "周五再来");
        taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, owner);
        assertThat(visit(key).host().helpedBy()).as("who it was stays written").isEqualTo(helper);
    }

    /** The customer's agent is away, and a helper has received, seen off and registered the visitor. */
    private VisitKey helped(String owner) {
        presence.away(owner, "外出");
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        return key;
    }

    private void leaves(String leaver, String successor) {
        assertThat(handovers.handOver(department.id(), leaver, List.of(successor), successor))
                .isEqualTo(Handovers.Result.DONE);
    }
}
