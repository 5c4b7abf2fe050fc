package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A matter goes to another unit only when that unit takes it, or the leader above both says so (P1, P6). */
@RecordApplicationEvents
class TransfersTest extends MatterScene {

    @Autowired
    TransferDecisions decisions;

    @Autowired
    ApplicationEvents events;

    @Test
    @Tag("P1")
    @Tag("P6")
    void firstResponsiblePersonStaysUntilTheOtherUnitHasAccepted() {
        Matter matter = received(village, "周某", "13800000120");
        transfers.propose(matter.id(), otherVillage.id(), "归他们管", matter.responsible());
        assertThat(matters.get(matter.id()).responsible()).isEqualTo(matter.responsible());
        transfers.accept(matter.id(), otherVillage.staff().get(1));
        Matter moved = transfers.move(matter.id());

        assertThat(moved.unitId()).isEqualTo(otherVillage.id());
        assertThat(moved.responsible()).isEqualTo(otherVillage.staff().get(1));
        assertThat(moved.receivedBy()).isEqualTo(village.id());
        // Promises to the petitioner do not change.
        assertThat(moved.dueAt()).isEqualTo(matter.dueAt());
        assertThat(steps(matter))
                .endsWith(TimelineKind.TRANSFER_PROPOSED, TimelineKind.TRANSFER_ACCEPTED, TimelineKind.TRANSFERRED);
    }

    @Test
    @Tag("P1")
    void screensOfTheUnitFromWhichAMatterGoesAreToldToo() {
        Matter matter = received(village, "周某", "13800000125");
        transfers.propose(matter.id(), otherVillage.id(), "归他们管", matter.responsible());
        transfers.accept(matter.id(), otherVillage.staff().get(1));
        events.clear();
        transfers.move(matter.id());
        assertThat(events.stream(MatterChanged.class)
                        .filter(change -> change.matterId().equals(matter.id()))
                        .map(MatterChanged::unitId))
                .contains(village.id(), otherVillage.id());
    }

    @RepeatedTest(5)
    @Tag("P6")
    void whenTwoAnswerATransferAtTheSameMomentOneAnswerCounts() throws Exception {
        Matter matter = received(village, "周某", "13800000121");
        transfers.propose(matter.id(), otherVillage.id(), "归他们管", matter.responsible());
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int answered = 0;
        try {
            for (Future<Void> answer : threads.invokeAll(List.<Callable<Void>>of(
                    () -> {
                        together.await();
                        transfers.accept(matter.id(), otherVillage.staff().get(0));
                        return null;
                    },
                    () -> {
                        together.await();
                        transfers.refuse(
                                matter.id(), "不归我们", otherVillage.staff().get(1));
                        return null;
                    }))) {
                try {
                    answer.get();
                    answered++;
                } catch (ExecutionException late) {
                    assertThat(late).hasCauseInstanceOf(NobodyWaitsException.class);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answered).isEqualTo(1);
        assertThat(transfers.all(matter.id())).hasSize(1);
        assertThat(matters.get(matter.id()).responsible()).isEqualTo(matter.responsible());
    }

    @Test
    @Tag("P6")
    void afterASecondRefusalTheLeaderOfTheNearestUnitAboveBothDecides() {
        Matter matter = received(village, "周某", "13800000122");
        transfers.propose(matter.id(), otherVillage.id(), "归他们管", matter.responsible());
        assertThatThrownBy(() -> transfers.refuse(matter.id(), " ", otherVillage.leader()))
                .isInstanceOf(MatterRefusal.class);
        transfers.refuse(matter.id(), "不归我们", otherVillage.leader());
        assertThat(decisions.refusals(matter.id())).isEqualTo(1);
        transfers.propose(matter.id(), otherVillage.id(), "请再看看", matter.responsible());
        transfers.refuse(matter.id(), "还是不归我们", otherVillage.leader());
        assertThat(decisions.refusals(matter.id())).isEqualTo(2);
        assertThat(decisions.decider(matter.id()).id()).isEqualTo(centre.id());

        assertThat(decisions.decide(matter.id(), otherVillage.id(), "地在他们村", centre.leader()))
                .isFalse();
        assertThatThrownBy(() -> decisions.name(matter.id(), village.staff().get(0), otherVillage.leader()))
                .isInstanceOf(MatterRefusal.class);
        decisions.name(matter.id(), otherVillage.staff().get(0), otherVillage.leader());
        assertThat(transfers.move(matter.id()).responsible())
                .isEqualTo(otherVillage.staff().get(0));
        // Old refusals do not count for a reopened matter.
        assertThat(decisions.refusals(matter.id())).isZero();
    }

    @Test
    @Tag("P6")
    void leaderAboveCanLeaveTheMatterWhereItIs() {
        Matter matter = received(village, "周某", "13800000123");
        for (int i = 0; i < 2; i++) {
            transfers.propose(matter.id(), centre.id(), "归镇里管", matter.responsible());
            transfers.refuse(matter.id(), "归村里管", centre.staff().get(0));
        }
        assertThat(decisions.decider(matter.id()).id()).isEqualTo(centre.id());
        assertThat(decisions.decide(matter.id(), village.id(), "村里先办", centre.leader()))
                .isTrue();
        assertThat(matters.get(matter.id()).unitId()).isEqualTo(village.id());
        assertThat(decisions.refusals(matter.id())).isZero();
    }

    @Test
    @Tag("P1")
    void matterGoesToNoUnitOutsideOfItsTown() {
        Matter matter = received(village, "周某", "13800000124");
        assertThatThrownBy(() ->
                        transfers.propose(matter.id(), founder.found(null, 1).id(), "归他们管", matter.responsible()))
                .isInstanceOfSatisfying(
                        MatterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("targetUnit"));
        assertThat(transfers.targets(matter.id()))
                .extracting(unit -> unit.id())
                .containsExactlyInAnyOrder(centre.id(), otherVillage.id());
    }
}
