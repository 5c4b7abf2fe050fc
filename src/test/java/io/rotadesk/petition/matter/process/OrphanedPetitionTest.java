package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody removes the process of a ticket, or the model fails: nobody is forgotten, and nobody stays busy. */
class OrphanedPetitionTest extends PetitionScenario {

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
    void petitionerWhoWasToBeCalledIsInLineAgainAtTheSamePlace(boolean skipping) {
        TicketId id = comes();
        int number = ticket(id).number();
        assertThat(ticket(id).staff()).isEqualTo(first());
        remove(id, skipping);
        assertThat(rota.isFree(first())).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.ARRIVED);
        assertThat(told(centre.id(), id)).containsExactly(TroubleKind.REMOVED);

        sweep.look();

        assertThat(ticket(id).guided()).isTrue();
        assertThat(ticket(id).number()).isEqualTo(number);
        assertThat(taskAt(id, "Task_CallPetitioner").getAssignee()).isNotNull();
    }

    @Test
    void petitionerWhoIsListenedToIsCalledAgain() {
        TicketId id = comes();
        isCalled(id);
        assertThat(ticket(id).state()).isEqualTo(TicketState.RECEIVED);
        remove(id, true);
        assertThat(rota.isFree(first())).isTrue();
        sweep.look();
        taskAt(id, "Task_CallPetitioner");
        assertThat(matter(id).state()).isEqualTo(MatterState.WAITING);
    }

    /** The matter is open by then: it was written down, and somebody is responsible for it. */
    @Test
    void petitionerWhoHasBeenListenedToIsNotCalledAgain() {
        TicketId id = comes();
        isReceived(id, "settleNow", "yes");
        taskAt(id, "Task_SettleOnTheSpot", first());
        remove(id, true);
        assertThat(rota.isFree(first())).isTrue();
        sweep.look();
        assertThat(ticket(id).state()).isEqualTo(TicketState.DONE);
        taskAt(id, "Task_SetHandlingPlan", first());
    }

    @Test
    void openMatterIsWithItsResponsibleAgainHoweverOftenItsProcessIsTakenAway() {
        TicketId id = comes();
        isReceived(id);
        assertThat(matter(id).state()).isEqualTo(MatterState.RECEIVED);
        for (int i = 0; i < 2; i++) {
            remove(id, true);
            sweep.look();
            taskAt(id, "Task_SetHandlingPlan", first());
            assertThat(matter(id).state()).isEqualTo(MatterState.RECEIVED);
        }
        assertThat(told(centre.id(), id)).containsExactly(TroubleKind.REMOVED);
    }

    @Test
    void matterWhoseRowsWereDeletedByHandIsFoundByTheSweep() {
        TicketId waiting = comes();
        TicketId matter = comes();
        isReceived(matter);
        BrokenModels.deleteRows(db, instance(waiting).getId());
        // The database lets nobody take the rows of a process before those of what it has called.
        BrokenModels.deleteRows(
                db,
                runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(instance(matter).getId())
                        .singleResult()
                        .getId());
        BrokenModels.deleteRows(db, instance(matter).getId());
        sweep.look();
        taskAt(waiting, "Task_CallPetitioner");
        taskAt(matter, "Task_SetHandlingPlan", second());
        assertThat(told(centre.id(), matter)).containsExactly(TroubleKind.REMOVED);
    }

    @Test
    void appointmentStartsOver() {
        TicketId id = comes(centre, appointment("赵大妈", clock.instant().plus(Duration.ofHours(2))));
        remove(id, true);
        assertThat(ticket(id).state()).isEqualTo(TicketState.EXPECTED);
        assertThat(desk.move(id, clock.instant().plus(Duration.ofHours(3)))).isTrue();
        sweep.look();
        timerFires(id, "Event_AppointmentTime", Duration.ofHours(3));
        taskAt(id, "Task_CallPetitioner");
    }

    @Test
    void aSecondRemovalIsTakenAsIntended() {
        TicketId id = comes();
        remove(id, false);
        sweep.look();
        remove(id, false);
        sweep.look();
        assertThat(ticket(id).state()).isEqualTo(TicketState.ABANDONED);
        assertThat(matter(id).state()).isEqualTo(MatterState.NOT_RECEIVED);
        assertThat(instance(id)).isNull();
        assertThat(rota.isFree(first())).isTrue();
        assertThat(desk.left(id)).isFalse();
        assertThat(desk.cancel(id)).isFalse();
        assertThat(desk.assign(id, first())).isFalse();
    }

    @Test
    void reportsOfTheHallAfterTheRemovalAreAccepted() {
        TicketId id = comes();
        remove(id, true);
        assertThat(desk.left(id)).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LEFT);
        sweep.look();
        assertThat(instance(id)).isNull();
    }

    @Test
    void suspendedTicketRefusesWhatTheHallSays() {
        TicketId id = comes(centre, appointment("赵大妈", clock.instant().plus(Duration.ofHours(2))));
        runtime.suspendProcessInstanceById(instance(id).getId());
        assertThatThrownBy(() -> desk.cancel(id))
                .isInstanceOfSatisfying(
                        ModelFailedException.class,
                        e -> assertThat(e.isSuspended()).isTrue());
        assertThat(ticket(id).state()).isEqualTo(TicketState.EXPECTED);
        runtime.activateProcessInstanceById(instance(id).getId());
        assertThat(desk.cancel(id)).isTrue();
    }

    @Test
    void petitionerIsRegisteredWithoutAModelAndCalledAsSoonAsItIsPutRight() {
        models.suspend("petition-reception");
        TicketId id = comes();
        assertThat(ticket(id).state()).isEqualTo(TicketState.ARRIVED);
        assertThat(ticket(id).number()).isPositive();
        assertThat(told(centre.id(), id)).containsExactly(TroubleKind.NOT_STARTED);
        sweep.look();
        assertThat(ticket(id).guided()).isFalse();
        models.putRight();
        sweep.look();
        taskAt(id, "Task_CallPetitioner", first());
    }

    private void remove(TicketId ticketId, boolean skipping) {
        runtime.deleteProcessInstance(instance(ticketId).getId(), "test", skipping, true, skipping);
    }

    private List<TroubleKind> told(String unitId, TicketId ticketId) {
        return troubles.openOf(unitId, 100_000).stream()
                .filter(trouble -> ticketId.value().equals(trouble.entry()))
                .map(Trouble::kind)
                .toList();
    }
}
