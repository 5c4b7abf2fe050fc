package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.MatterReceptions.Earlier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A matter's entry, and how it is found again (P2, P6). */
class MatterRegisterTest extends MatterScene {

    @Test
    @Tag("P2")
    void accountAndMaterialsAreRecordedAndTheReceiverIsResponsible() {
        Matter matter = received(village, "周某", "138 0000 0102");

        assertThat(matter.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(matter.responsible()).isEqualTo(village.staff().get(0));
        assertThat(matter.petitionerPhone()).isEqualTo("+8613800000102");
        assertThat(matter.account()).isEqualTo("门前的路坏了");
        assertThat(matter.purpose()).isEqualTo("修路");
        assertThat(matters.materials(matter.id())).containsExactly(new Material("照片", "路面塌陷"));
        // Fifteen days after the second of March 2026.
        assertThat(matter.dueAt()).isEqualTo(endOf("2026-03-17"));
        assertThat(matter.dueKind()).isEqualTo(DueKind.ACCEPT);
        assertThat(steps(matter)).containsExactly(TimelineKind.REGISTERED, TimelineKind.RECEIVED);
    }

    @Test
    @Tag("P2")
    void aPetitionerWhoIsErasedInLineAndSaysItAllAgainCanBeErasedAgain() {
        Matter matter = registered(village, "周某", "13800000108");
        matters.erasePetitioner(matter.id(), village.leader());
        assertThat(matters.get(matter.id()).erasedAt()).isNotNull();
        receptions.record(matter.id(), record("周某", "13800000108", null, false));
        assertThat(matters.get(matter.id()).erasedAt()).isNull();
        assertThat(matters.get(matter.id()).petitionerName()).isEqualTo("周某");
        matters.erasePetitioner(matter.id(), village.leader());
        assertThat(matters.get(matter.id()).petitionerName()).isNull();
    }

    @Test
    @Tag("P2")
    void aPetitionerWhoWasErasedAndComesBackWithTheMatterIsKnownAgain() {
        Matter matter = received(village, "周某", "13800000109");
        closing.close(matter.id(), null);
        matters.erasePetitioner(matter.id(), village.leader());

        Matter again = registered(village, "周某", "13800000109");
        receptions.record(again.id(), record("周某", "13800000109", matter.number(), true));
        receptions.received(again.id(), village.staff().get(0), true);
        Matter reopened = receptions.reopen(again.id(), village.staff().get(0));
        assertThat(reopened.petitionerName()).isEqualTo("周某");
        assertThat(reopened.erasedAt()).isNull();

        closing.close(matter.id(), null);
        matters.erasePetitioner(matter.id(), village.leader());
        assertThat(matters.get(matter.id()).purpose()).isNull();
        assertThat(matters.get(again.id()).petitionerName()).isNull();
    }

    @Test
    @Tag("P2")
    void numbersAreOneSeriesAYearForAllUnitsOfATown() throws Exception {
        List<String> numbers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> arrivals = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var unit = i % 2 == 0 ? village : otherVillage;
                arrivals.add(() -> registered(unit, "周某", "13800000103").number());
            }
            for (Future<String> number : threads.invokeAll(arrivals)) {
                numbers.add(number.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(numbers).doesNotHaveDuplicates().contains("2026-000001", "2026-000008");

        // In China the year has begun already.
        clock.set(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(registered(village, "周某", null).number()).isEqualTo("2027-000001");
        assertThat(matters.named(centre.id(), " " + numbers.get(0) + " ", null)).isPresent();
        assertThat(matters.named(founder.found(null, 1).id(), numbers.get(0), "13800000103"))
                .isEmpty();
    }

    @Test
    @Tag("P2")
    void repeatVisitJoinsTheOpenMatterAndItsResponsiblePersonGoesOn() {
        Matter first = received(village, "周某", "13800000104");
        Matter again = registered(otherVillage, "周某", "13800000104");
        assertThat(matters.byPhone(otherVillage.id(), "13800000104", 5))
                .extracting(Matter::number)
                .contains(first.number());
        receptions.record(again.id(), record("周某", "13800000104", first.number(), true));
        assertThat(receptions.received(again.id(), otherVillage.staff().get(0), true))
                .isEqualTo(Earlier.OPEN);
        Matter joined = receptions.join(again.id(), otherVillage.staff().get(0));

        assertThat(joined.id()).isEqualTo(first.id());
        assertThat(joined.visits()).isEqualTo(2);
        assertThat(joined.responsible()).isEqualTo(first.responsible());
        assertThat(matters.materials(first.id())).hasSize(2);
        assertThat(matters.get(again.id()).state()).isEqualTo(MatterState.JOINED);
        assertThat(matters.repeatVisits(first.id())).extracting(Matter::id).containsExactly(again.id());
        assertThat(matters.named(village.id(), again.number(), null))
                .map(Matter::id)
                .contains(first.id());
        assertThat(steps(first))
                .containsExactly(TimelineKind.REGISTERED, TimelineKind.RECEIVED, TimelineKind.REPEAT_VISIT);
    }

    @Test
    @Tag("P4")
    @Tag("P6")
    void closedMatterComesBackToItsResponsiblePersonWithTheTimeForAReview() {
        Matter first = received(village, "周某", "13800000105");
        closing.settled(first.id(), "已说明", true, first.responsible());
        closing.close(first.id(), null);
        assertThat(matters.get(first.id()).outcome()).isEqualTo(MatterClosing.SETTLED_ON_THE_SPOT);

        Matter again = registered(village, "周某", "13800000105");
        receptions.record(again.id(), record("周某", "13800000105", first.number(), true));
        String other = village.staff().get(1);
        assertThat(receptions.received(again.id(), other, true)).isEqualTo(Earlier.CLOSED);
        Matter reopened = receptions.reopen(again.id(), other);

        assertThat(reopened.id()).isEqualTo(first.id());
        assertThat(reopened.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(reopened.responsible()).isEqualTo(first.responsible());
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.outcome()).isNull();
        assertThat(reopened.dueKind()).isEqualTo(DueKind.REVIEW);
        // Thirty days after the second of March 2026.
        assertThat(reopened.dueAt()).isEqualTo(endOf("2026-04-01"));
    }

    @Test
    @Tag("P2")
    void unknownEarlierMatterIsNamedAndNothingIsSaved() {
        Matter matter = registered(village, "周某", "13800000106");
        assertThatThrownBy(() -> receptions.record(matter.id(), record("周某", null, "2020-000001", true)))
                .isInstanceOfSatisfying(MatterRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("earlierMatter");
                    assertThat(refusal.key()).isEqualTo("earlierMatter.unknown");
                });
        assertThatThrownBy(() -> receptions.record(matter.id(), record("周某", null, null, true)))
                .isInstanceOfSatisfying(
                        MatterRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("earlierMatter.missing"));
        assertThat(matters.materials(matter.id())).isEmpty();
    }

    @Test
    @Tag("P7")
    void anotherCategoryIsWrittenDownAndTheSameIsNoChange() {
        Matter matter = received(village, "周某", "13800000107");
        matters.reclassify(matter.id(), "road", centre.leader());
        assertThat(steps(matter)).doesNotContain(TimelineKind.RECLASSIFIED);
        matters.reclassify(matter.id(), "land", centre.leader());
        assertThat(matters.get(matter.id()).category()).isEqualTo("land");
        assertThat(steps(matter)).endsWith(TimelineKind.RECLASSIFIED);
    }

    @Test
    @Tag("P7")
    void onlyACategoryOfTheListIsTaken() {
        Matter matter = received(village, "周某", "13800000108");
        for (String unknown : List.of("nonsense", "Land", "land; road")) {
            assertThatThrownBy(() -> matters.reclassify(matter.id(), unknown, centre.leader()))
                    .isInstanceOfSatisfying(MatterRefusal.class, refusal -> {
                        assertThat(refusal.field()).isEqualTo("category");
                        assertThat(refusal.key()).isEqualTo("category.unknown");
                        assertThat(refusal.arguments()).containsExactly(unknown);
                    });
        }
        assertThatThrownBy(() -> matters.reclassify(matter.id(), " ", centre.leader()))
                .isInstanceOfSatisfying(
                        MatterRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("category.missing"));
        assertThat(matters.get(matter.id()).category()).isEqualTo("road");
        assertThat(steps(matter)).doesNotContain(TimelineKind.RECLASSIFIED);

        Matter other = registered(village, "吴某", "13800000109");
        assertThatThrownBy(() -> receptions.record(other.id(), record("吴某", null, null, false, "nonsense")))
                .isInstanceOfSatisfying(
                        MatterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("category"));
        assertThat(matters.materials(other.id())).isEmpty();
    }
}
