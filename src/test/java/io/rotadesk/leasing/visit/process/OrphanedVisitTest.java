package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody removes the process of a visit, or the model fails: no visitor is forgotten, and nobody stays busy. */
class OrphanedVisitTest extends VisitScenario {

    @Autowired
    Troubles troubles;

    @Autowired
    MendingSweep sweep;

    private BrokenModels models;

    @BeforeEach
    void modelsToBreak() {
        models = new BrokenModels(engine);
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void visitorWhomSomebodyWasToGreetIsPutBeforeTheManager(boolean skipping) {
        VisitKey key = comes(VISITOR);
        assertThat(visit(key).host().agent()).isEqualTo(first());
        remove(key, skipping);
        assertThat(rota.isFree(first())).isTrue();
        assertThat(visit(key).state()).isEqualTo(VisitState.ARRIVED);
        assertThat(told(key)).containsExactly(TroubleKind.REMOVED);

        nobodyIsHere();
        sweep.look();

        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        Task assign = taskAt(key, VisitReception.Task.ASSIGN_VISITOR);
        assertThat(isOpenFor(assign, department.manager())).isTrue();
        assertThat(desk.assign(key, second(), department.manager())).isTrue();
        taskAt(key, VisitReception.Task.GREET_VISITOR, second());
    }

    @Test
    void visitorWhomSomebodyWasToGreetIsServedByWhoeverIsFree() {
        VisitKey key = comes(VISITOR);
        remove(key, true);
        sweep.look();
        Awaitility.await().untilAsserted(() -> taskAt(key, VisitReception.Task.GREET_VISITOR));
        assertThat(visit(key).state()).isEqualTo(VisitState.OFFERED);
    }

    private void nobodyIsHere() {
        department.visitTeam().forEach(login -> presence.away(login, ""));
    }

    @Test
    void visitorInLineIsStillServed() {
        nobodyIsHere();
        VisitKey key = comes(VISITOR);
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        remove(key, true);
        assertThat(line.of(department.id())).isEmpty();
        sweep.look();
        assertThat(line.of(department.id())).extracting(Visit::key).containsExactly(key);
        assertThat(desk.left(key, "left")).isTrue();
        assertThat(visit(key).state()).isEqualTo(VisitState.LEFT);
        assertThat(instance(key)).isNull();
    }

    @Test
    void appointmentStartsOverAndIsKept() {
        VisitKey key = hasAppointment(VISITOR, Duration.ofHours(3), null);
        remove(key, true);
        assertThat(visit(key).state()).isEqualTo(VisitState.EXPECTED);
        sweep.look();
        assertThat(visit(key).guided()).isTrue();
        assertThat(desk.arrived(key, null)).isTrue();
        assertThat(taskAt(key, VisitReception.Task.MEET_VISITOR)).isNotNull();
    }

    @Test
    void visitorWhoIsWithAnAgentIsClosedAndSaysSo() {
        VisitKey key = comes(VISITOR);
        greetsNew(key, first());
        assertThat(visit(key).state()).isEqualTo(VisitState.RECEIVED);
        remove(key, true);
        sweep.look();
        assertThat(visit(key).state()).isEqualTo(VisitState.ABANDONED);
        assertThat(visit(key).announced().phone()).isEqualTo(VISITOR_E164);
        assertThat(rota.isFree(first())).isTrue();
        assertThat(instance(key)).isNull();
        assertThat(desk.left(key, null)).isFalse();
        assertThat(desk.cancel(key)).isFalse();
        assertThat(desk.move(key, clock.instant().plusSeconds(3600), null)).isFalse();
    }

    @Test
    void aSecondRemovalIsTakenAsIntended() {
        VisitKey key = comes(VISITOR);
        nobodyIsHere();
        remove(key, false);
        sweep.look();
        remove(key, false);
        sweep.look();
        assertThat(visit(key).state()).isEqualTo(VisitState.ABANDONED);
        assertThat(visit(key).inLine().queue()).isNull();
        assertThat(instance(key)).isNull();
    }

    @Test
    void suspendedVisitRefusesWhatIsReportedAndIsLeftInLine() {
        nobodyIsHere();
        VisitKey key = comes(VISITOR);
        runtime.suspendProcessInstanceById(instance(key).getId());
        assertThatThrownBy(() -> desk.left(key, "left"))
                .isInstanceOfSatisfying(
                        ModelFailedException.class,
                        e -> assertThat(e.isSuspended()).isTrue());
        assertThat(told(key)).containsExactly(TroubleKind.SUSPENDED);
        runtime.activateProcessInstanceById(instance(key).getId());
        assertThat(desk.left(key, "left")).isTrue();
    }

    @Test
    void walkInIsEnteredWithoutAModelAndOfferedAsSoonAsItIsPutRight() {
        models.suspend(VisitReception.PROCESS);
        VisitKey key = comes(VISITOR);
        assertThat(visit(key).state()).isEqualTo(VisitState.ARRIVED);
        assertThat(visit(key).guided()).isFalse();
        assertThat(told(key)).containsExactly(TroubleKind.NOT_STARTED);
        sweep.look();
        assertThat(visit(key).guided()).isFalse();
        models.putRight();
        sweep.look();
        taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        assertThat(visit(key).guided()).isTrue();
    }

    @Test
    void announcementIsEnteredWhateverIsWrongWithTheModel() {
        models.renameStart(VisitReception.Message.VISIT_ANNOUNCED);
        VisitKey one = comes(VISITOR);
        models.putRight();
        models.deploy(VisitReception.PROCESS, "${findVisitor}", "${recordSeeOff}");
        VisitKey other = hasAppointment(VISITOR, Duration.ofHours(3), null);
        assertThat(visit(one).state()).isEqualTo(VisitState.ARRIVED);
        assertThat(visit(other).state()).isEqualTo(VisitState.EXPECTED);
        assertThat(troubles.openOf(department.id(), 100_000))
                .filteredOn(trouble -> trouble.unitId().equals(department.id()))
                .extracting(Trouble::element)
                .contains(VisitReception.Task.FIND_VISITOR);
        assertThat(desk.cancel(other)).isTrue();
        assertThat(visit(other).state()).isEqualTo(VisitState.CANCELLED);
        assertThat(desk.left(one, null)).isTrue();
        assertThat(visit(one).state()).isEqualTo(VisitState.LEFT);
    }

    @Test
    void appointmentIsNotLostInAnEmptiedModel() {
        models.deploy(
                VisitReception.PROCESS,
                "sourceRef=\"StartEvent_VisitAnnounced\" targetRef=\"Gateway_Announced\"",
                "sourceRef=\"StartEvent_VisitAnnounced\" targetRef=\"EndEvent_VisitRegistered\"");
        VisitKey walkIn = comes(VISITOR);
        VisitKey appointment = hasAppointment(VISITOR, Duration.ofHours(3), null);
        assertThat(visit(walkIn).guided()).isFalse();
        for (int i = 0; i < 3; i++) {
            sweep.look();
        }
        assertThat(visit(walkIn).state()).isEqualTo(VisitState.ARRIVED);
        assertThat(visit(appointment).state()).isEqualTo(VisitState.EXPECTED);
        models.putRight();
        sweep.look();
        assertThat(instance(walkIn)).isNotNull();
        assertThat(instance(appointment)).isNotNull();
    }

    private void remove(VisitKey key, boolean skipping) {
        runtime.deleteProcessInstance(instance(key).getId(), "test", skipping, true, skipping);
    }

    private List<TroubleKind> told(VisitKey key) {
        return troubles.openOf(department.id(), 100_000).stream()
                .filter(trouble -> key.toString().equals(trouble.entry()))
                .map(Trouble::kind)
                .toList();
    }
}
