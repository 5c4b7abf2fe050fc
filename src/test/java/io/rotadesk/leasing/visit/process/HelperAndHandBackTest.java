package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * If the earlier agent cannot come, the helper on the rota receives and hands back, and the customer stays the earlier
 * agent's (L3.2d).
 */
@Tag("L3.2d")
class HelperAndHandBackTest extends VisitScenario {

    @Autowired
    TransactionTemplate transaction;

    private Customer customer;

    /** The customer's agent is on leave in the other team. */
    private String absentOwner() {
        String owner = department.callTeam().get(0);
        presence.away(owner, "外出");
        customer = customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        return owner;
    }

    private String receiver(VisitKey key) {
        return taskAt(key, VisitReception.Task.RECEIVE_VISITOR).getAssignee();
    }

    @Test
    void helperReceivesHandsBackAndTheEarlierAgentAcknowledges() {
        String owner = absentOwner();
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        String helper = receiver(key);
        assertThat(department.visitTeam()).contains(helper);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        assertThat(ledger.of(key.contact()))
                .anySatisfy(entry -> {
                    assertThat(entry.queue()).isEqualTo(Queue.HELPER);
                    assertThat(entry.login()).isEqualTo(helper);
                    assertThat(entry.kind()).isEqualTo(Kind.OFFERED);
                })
                .anySatisfy(entry -> {
                    assertThat(entry.queue()).isEqualTo(Queue.VISIT);
                    assertThat(entry.login()).isEqualTo(first());
                    assertThat(entry.kind()).isEqualTo(Kind.RESTORED);
                });
        seesOff(key);
        registers(key, "李先生", VISITOR);

        Task handBack = taskAt(key, VisitReception.Task.HAND_BACK, helper);
        complete(handBack, "course", "看了一层两间铺位", "result", "周五再来签意向");
        Task acknowledge = taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, owner);
        assertThat(tasks.getVariable(acknowledge.getId(), "course")).isEqualTo("看了一层两间铺位");
        assertThat(tasks.getVariable(acknowledge.getId(), "result")).isEqualTo("周五再来签意向");
        complete(acknowledge);

        assertThat(ended(key, VisitReception.EndEvent.HANDED_BACK)).isTrue();
        Visit visit = visit(key);
        assertThat(visit.host().helpedBy()).isEqualTo(helper);
        assertThat(visit.afterwards().acknowledgedAt()).isEqualTo(clock.instant());
        assertThat(customers.find(customer.id()).orElseThrow().agent())
                .as("the customer stays theirs")
                .isEqualTo(owner);
        assertThat(customers.find(customer.id()).orElseThrow().lastContactAt())
                .isEqualTo(visit.coming().arrivedAt());
    }

    @Test
    void helpersHaveARotationOfTheirOwn() {
        String owner = absentOwner();
        VisitKey one = comes(VISITOR);
        greetsKnown(one, first(), owner);
        String firstHelper = receiver(one);
        complete(taskAt(one, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(one);

        customers.add(department.id(), "孙女士", "+8613800000052", owner, ContactKind.CALL, clock.instant());
        VisitKey two = comes("13800000052");
        greetsKnown(two, taskAt(two, VisitReception.Task.GREET_VISITOR).getAssignee(), owner);
        assertThat(receiver(two)).isNotEqualTo(firstHelper);
    }

    @Test
    void onlyOneInTheHouseGreetsAndHelps() {
        String owner = absentOwner();
        isBusy(second());
        isBusy(third());
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);

        assertThat(receiver(key)).isEqualTo(first());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        taskAt(key, VisitReception.Task.HAND_BACK, first());
    }

    @Test
    @Tag("L3.2c")
    void earlierAgentWhoDoesNotComeInTimeIsReplacedByTheHelper() {
        customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(1));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), second());
        Task called = taskAt(key, VisitReception.Task.RECEIVE_VISITOR, second());
        assertThat(tasks.getVariable(called.getId(), "alreadyThere")).isEqualTo(false);
        timerFires(key, VisitReception.Event.COME_TIMEOUT, Duration.ofMinutes(5));

        assertThat(receiver(key)).isNotEqualTo(second());
        assertThat(ledgerOf(key, second())).contains(Kind.MISSED);
        assertThat(rota.isFree(second())).isTrue();
    }

    @Test
    @Tag("L3.2c")
    void earlierAgentWhoCannotComeSaysSoAndTheHelperIsCalledAtOnce() {
        customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(1));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), second());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR, second()), "taking", "no");

        assertThat(receiver(key)).isNotEqualTo(second());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        complete(taskAt(key, VisitReception.Task.HAND_BACK), "course", "看铺", "result", "再联系");
        taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, second());
    }

    @Test
    void noHelperEitherTheVisitorWaitsAndTheEarlierAgentIsPreferredWhenFree() {
        customer = customerOf(second(), ContactKind.VISIT, Duration.ofDays(1));
        isBusy(second());
        isBusy(third());
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), second());
        assertThat(receiver(key)).isEqualTo(first());
        // Nobody looks at the line in between.
        transaction.executeWithoutResult(status -> {
            complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "no");
            assertThat(visit(key).inLine().queue()).isEqualTo(Queue.HELPER);
            assertThat(rota.isFree(first())).isTrue();
            isFreeAgain(second());
        });

        soon(key, VisitState.OFFERED);
        assertThat(receiver(key)).isEqualTo(second());
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        assertThat(ended(key, VisitReception.EndEvent.VISIT_REGISTERED)).isTrue();
    }

    @Test
    @Tag("L3.2d")
    void greeterWhoIsTheHelperIsNotCalledOver() {
        String owner = absentOwner();
        isBusy(second());
        isBusy(third());
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);

        Task receive = taskAt(key, VisitReception.Task.RECEIVE_VISITOR, first());
        assertThat(tasks.getVariable(receive.getId(), "alreadyThere")).isEqualTo(true);
    }

    /**
     * A helper who becomes free in the moment in which another visitor asks for one goes to the visitor who waits
     * already.
     */
    @Test
    @Tag("L3.1")
    void aVisitorWhoNeedsAHelperWhileOthersWaitForOneIsServedAfterThem() {
        String owner = absentOwner();
        isBusy(second());
        isBusy(third());
        VisitKey one = comes(VISITOR);
        greetsKnown(one, first(), owner);
        // Nobody looks at the line in between.
        transaction.executeWithoutResult(status -> {
            complete(taskAt(one, VisitReception.Task.RECEIVE_VISITOR, first()), "taking", "no");
            assertThat(visit(one).inLine().queue()).isEqualTo(Queue.HELPER);
            clock.forward(Duration.ofMinutes(1));
            customers.add(department.id(), "孙女士", "+8613800000053", owner, ContactKind.CALL, clock.instant());
            VisitKey two = comes("13800000053");
            isFreeAgain(second());
            greetsKnown(two, first(), owner);
            assertThat(visit(two).inLine().queue()).isEqualTo(Queue.HELPER);
        });

        soon(one, VisitState.OFFERED);
        taskAt(one, VisitReception.Task.RECEIVE_VISITOR, second());
    }

    @Test
    void anAgentOnLeaveReadsWhatWasHandedBackWhenTheyAreBack() {
        String owner = absentOwner();
        presence.leave(owner, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 5), "");
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        complete(taskAt(key, VisitReception.Task.HAND_BACK), "course", "看铺", "result", "再联系");

        assertThat(taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, owner).getDueDate())
                .isEqualTo(Instant.parse("2026-03-06T12:00:00+08:00"));
    }

    @Test
    void lateHandBackAndLateAcknowledgementAreRemindedThenTheManagerIsTold() {
        String owner = absentOwner();
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);

        Task handBack = taskAt(key, VisitReception.Task.HAND_BACK);
        timerFires(key, VisitReception.Timer.HAND_BACK_REMIND, Duration.ofMinutes(30));
        assertThat(taskAt(key, VisitReception.Task.HAND_BACK).getPriority()).isGreaterThan(handBack.getPriority());
        assertThat(isOpenFor(handBack, department.manager())).isFalse();
        timerFires(key, VisitReception.Timer.HAND_BACK_TELL_MANAGER, Duration.ofMinutes(30));
        assertThat(isOpenFor(handBack, department.manager())).isTrue();
        complete(handBack, "course", "看铺", "result", "再联系");

        Task acknowledge = taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK, owner);
        timerFires(key, VisitReception.Timer.ACKNOWLEDGE_HAND_BACK_REMIND, Duration.ofHours(4));
        assertThat(taskAt(key, VisitReception.Task.ACKNOWLEDGE_HAND_BACK).getPriority())
                .isGreaterThan(acknowledge.getPriority());
        assertThat(isOpenFor(acknowledge, department.manager())).isFalse();
        timerFires(key, VisitReception.Timer.ACKNOWLEDGE_HAND_BACK_TELL_MANAGER, Duration.ofHours(4));
        assertThat(isOpenFor(acknowledge, department.manager())).isTrue();
        complete(acknowledge);
        assertThat(ended(key, VisitReception.EndEvent.HANDED_BACK)).isTrue();
    }

    /** The first one gets the helper: the visitor gets them, or the call does, and nobody has both. */
    @Test
    @Tag("L3.2c")
    void earlierAgentIsNotPickedForACallAndAVisitAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                department = founder.found();
                String owner = department.callTeam().get(0);
                customer = customerOf(owner, ContactKind.VISIT, Duration.ofDays(1));
                VisitKey key = comes(VISITOR);
                Task greet = taskAt(key, VisitReception.Task.GREET_VISITOR, first());
                Contact call = Contact.call(department.id() + ":call-" + round);
                Callable<Object> greets = () -> {
                    complete(
                            greet,
                            "purpose",
                            Visit.VIEWING,
                            "contactedBefore",
                            "yes",
                            "namedAgent",
                            owner,
                            "confirmed",
                            "yes");
                    return null;
                };
                Callable<Object> rings = () -> rota.offer(department.id(), Queue.CALL, call);
                for (var done : threads.invokeAll(List.of(greets, rings))) {
                    done.get();
                }

                boolean hasTheCall = rota.explain(call).stream()
                        .anyMatch(entry -> entry.kind() == Kind.OFFERED && owner.equals(entry.login()));
                boolean hasTheVisitor = receiver(key).equals(owner);
                assertThat(hasTheCall && hasTheVisitor).isFalse();
                assertThat(hasTheCall || hasTheVisitor).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
