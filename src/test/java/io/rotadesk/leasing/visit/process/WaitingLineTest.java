package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is free: the visitor waits in line and gets the first agent who becomes free (L3.1). */
@Tag("L3.1")
class WaitingLineTest extends VisitScenario {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void firstInLineIsOfferedTheFirstAgentWhoBecomesFree() {
        everybodyIsBusy();
        VisitKey one = comes("13800000061");
        clock.forward(Duration.ofMinutes(1));
        VisitKey two = comes("13800000062");
        assertThat(line.of(department.id())).extracting(Visit::visitId).containsExactly(one.visitId(), two.visitId());
        assertThat(visit(one).inLine().since()).isEqualTo(in(Duration.ofMinutes(-1)));

        isFreeAgain(second());
        soon(one, VisitState.OFFERED);
        taskAt(one, VisitReception.Task.GREET_VISITOR, second());
        assertThat(visit(two).state()).isEqualTo(VisitState.WAITING);
        isFreeAgain(first());
        soon(two, VisitState.OFFERED);
        taskAt(two, VisitReception.Task.GREET_VISITOR, first());
        assertThat(line.of(department.id())).isEmpty();
    }

    /** Somebody becomes free while the line is being walked: the first in it has them, wherever the walk is. */
    @Test
    void nobodyOvertakesWhileTheLineIsWalked() throws Exception {
        everybodyIsBusy();
        List<VisitKey> waiting = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            waiting.add(comes("138000002" + (10 + i)));
            clock.forward(Duration.ofSeconds(1));
        }
        Random moment = new Random(14);
        for (VisitKey next : waiting) {
            // The visitor before may cause a walk along the line just about now.
            Thread.sleep(30 + moment.nextInt(50));
            isFreeAgain(second());
            soon(next, VisitState.OFFERED);
            assertThat(visit(next).host().agent()).isEqualTo(second());
        }
    }

    @Test
    void anAgentWhoComesBackFromAnAbsenceIsOfferedTheVisitor() {
        department.visitTeam().forEach(agent -> presence.away(agent, "开会"));
        VisitKey key = comes(VISITOR);
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        presence.present(third());
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
    }

    /** Also a visitor who comes in the moment in which somebody becomes free. */
    @Test
    void aVisitorWhoComesWhileOthersWaitIsServedAfterThem() {
        everybodyIsBusy();
        VisitKey one = comes("13800000063");
        clock.forward(Duration.ofMinutes(1));
        VisitKey two = transaction.execute(status -> {
            isFreeAgain(first());
            return comes("13800000064");
        });

        soon(one, VisitState.OFFERED);
        taskAt(one, VisitReception.Task.GREET_VISITOR, first());
        assertThat(visit(two).state()).isEqualTo(VisitState.WAITING);
        isFreeAgain(second());
        soon(two, VisitState.OFFERED);
        taskAt(two, VisitReception.Task.GREET_VISITOR, second());
    }

    @Test
    void managerIsToldAfterTheTimeLimitAndAssignsByHand() {
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        Task assign = taskAt(key, VisitReception.Task.ASSIGN_VISITOR);
        assertThat(isOpenFor(assign, department.manager())).isTrue();
        assertThat(isOpenFor(assign, department.deputy())).isTrue();
        assertThat(tasks.getVariable(assign.getId(), "waitingLine").toString()).contains("09:00");

        complete(
                assign,
                "decision",
                "assign",
                "assignedAgent",
                department.callTeam().get(0));
        taskAt(key, VisitReception.Task.GREET_VISITOR, department.callTeam().get(0));
        assertThat(line.of(department.id())).isEmpty();
        assertThat(ledgerOf(key, department.callTeam().get(0))).contains(Kind.OFFERED);
    }

    @Test
    void theTimeThatAgentsLetAVisitorWaitCountsToo() {
        List<String> team = department.visitTeam();
        team.subList(2, team.size()).forEach(agent -> presence.away(agent, "开会"));
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, Duration.ofMinutes(3));
        team.subList(0, 2).forEach(agent -> presence.away(agent, "开会"));
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, Duration.ofMinutes(3));
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);

        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(4));
        taskAt(key, VisitReception.Task.ASSIGN_VISITOR);
    }

    @Test
    void anAgentSentByTheManagerWhoDoesNotGoIsFreedAndTheVisitorMovesOn() {
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        complete(taskAt(key, VisitReception.Task.ASSIGN_VISITOR), "decision", "assign", "assignedAgent", first());
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, Duration.ofMinutes(3));
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        isFreeAgain(first());
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    void managerLetsTheVisitorWaitOn() {
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        complete(taskAt(key, VisitReception.Task.ASSIGN_VISITOR), "decision", "keepWaiting");
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        complete(taskAt(key, VisitReception.Task.ASSIGN_VISITOR), "decision", "leave");
        assertThat(ended(key, VisitReception.EndEvent.GIVEN_UP)).isTrue();
        assertThat(visit(key).state()).isEqualTo(VisitState.LEFT);
    }

    @Test
    void somebodyIsFreeBeforeTheManagerHasDecided() {
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        isFreeAgain(third());
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
    }

    @Test
    void visitorGivesUpWaiting() {
        everybodyIsBusy();
        VisitKey inLine = comes("13800000065");
        assertThat(desk.left(inLine, null)).isTrue();
        assertThat(desk.left(inLine, null)).as("sent again").isTrue();
        assertThat(ended(inLine, VisitReception.EndEvent.VISITOR_LEFT)).isTrue();

        VisitKey beforeTheManager = comes("13800000066");
        timerFires(beforeTheManager, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
        assertThat(desk.left(beforeTheManager, null)).isTrue();
        assertThat(ended(beforeTheManager, VisitReception.EndEvent.VISITOR_LEFT))
                .isTrue();
        assertThat(line.of(department.id())).isEmpty();
    }

    @Test
    void twoVisitorsInTheSameSecondWithOneFreeAgent() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                department = founder.found();
                isBusy(second());
                isBusy(third());
                Callable<VisitKey> one = () -> comes("13800000071");
                Callable<VisitKey> two = () -> comes("13800000072");
                List<VisitKey> keys = new ArrayList<>();
                for (var done : threads.invokeAll(List.of(one, two))) {
                    keys.add(done.get());
                }
                assertThat(keys)
                        .extracting(key -> visit(key).state())
                        .containsExactlyInAnyOrder(VisitState.OFFERED, VisitState.WAITING);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Whenever see-off and arrival coincide, no visitor waits while somebody is free. */
    @Test
    @Tag("L3.8")
    void seeOffAndArrivalCannotMissEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                department = founder.found();
                VisitKey before = comes("13800000081");
                greetsKnown(before, first(), first());
                Task seeOff = taskAt(before, VisitReception.Task.SEE_OFF_VISITOR, first());
                isBusy(second());
                isBusy(third());
                Callable<VisitKey> leaves = () -> {
                    complete(seeOff, "seenOff", true);
                    return before;
                };
                Callable<VisitKey> arrives = () -> comes("13800000082");
                List<VisitKey> keys = new ArrayList<>();
                for (var done : threads.invokeAll(List.of(leaves, arrives))) {
                    keys.add(done.get());
                }
                soon(keys.get(1), VisitState.OFFERED);
                taskAt(keys.get(1), VisitReception.Task.GREET_VISITOR, first());
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The manager sends somebody in the moment in which somebody else becomes free: one of them has the visitor. */
    @Test
    void managersWordAndAFreeAgentCannotBothHaveTheVisitor() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                department = founder.found();
                everybodyIsBusy();
                VisitKey key = comes("13800000083");
                timerFires(key, VisitReception.Event.WAITED_TOO_LONG, Duration.ofMinutes(10));
                Task assign = taskAt(key, VisitReception.Task.ASSIGN_VISITOR);
                String sent = department.callTeam().get(0);
                Callable<Object> manager = () -> {
                    try {
                        complete(assign, "decision", "assign", "assignedAgent", sent);
                    } catch (ProcessEngineException tooLate) {
                        assertThat(tooLate).hasMessageContaining("安排接待人");
                    }
                    return null;
                };
                Callable<Object> free = () -> {
                    isFreeAgain(third());
                    return null;
                };
                for (var done : threads.invokeAll(List.of(manager, free))) {
                    done.get();
                }

                soon(key, VisitState.OFFERED);
                String has = taskAt(key, VisitReception.Task.GREET_VISITOR).getAssignee();
                assertThat(has).isIn(sent, third());
                assertThat(rota.isFree(has.equals(sent) ? third() : sent)).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    /**
     * A visitor who leaves in the moment in which somebody becomes free is gone, or is offered; no agent is kept for a
     * visitor who has left.
     */
    @Test
    void visitorWhoLeavesKeepsNobody() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                department = founder.found();
                everybodyIsBusy();
                VisitKey key = comes("13800000084");
                int moment = 40 + 5 * round;
                Callable<Boolean> leaves = () -> {
                    Thread.sleep(moment);
                    return desk.left(key, null);
                };
                Callable<Boolean> free = () -> {
                    isFreeAgain(third());
                    return true;
                };
                List<Boolean> done = new ArrayList<>();
                for (var one : threads.invokeAll(List.of(leaves, free))) {
                    done.add(one.get());
                }
                boolean gone = done.get(0);
                soon(key, gone ? VisitState.LEFT : VisitState.OFFERED);
                assertThat(rota.isFree(third())).isEqualTo(gone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void manyVisitorsAndManySeeOffsLeaveNobodyWaiting() throws Exception {
        everybodyIsBusy();
        List<VisitKey> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(comes("1380000009" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Object>> free = new ArrayList<>();
            department
                    .visitTeam()
                    .forEach(agent -> free.add(() -> {
                        isFreeAgain(agent);
                        return null;
                    }));
            for (var done : threads.invokeAll(free)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        waiting.forEach(key -> soon(key, VisitState.OFFERED));
        assertThat(waiting).extracting(key -> visit(key).host().agent()).doesNotHaveDuplicates();
        assertThat(rota.someoneFree(department.id(), Queue.VISIT, newVisit().contact(), Set.of()))
                .isFalse();
    }
}
