package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matters that are overdue, and matters that never are (P4). */
class MatterDeadlinesTest extends MatterScene {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);

    @Test
    @Tag("P4")
    void deadlineIsOverOnlyAfterItsLastDayAndTheMatterIsOverdueOnce() {
        Matter matter = planned(village, FRIDAY);
        Instant passes = endOf("2026-03-13");
        assertThat(matter.dueAt()).isEqualTo(passes);
        assertThat(matter.dueKind()).isEqualTo(DueKind.HANDLE);
        // Three working days before, when duty begins.
        assertThat(deadlines.remindAt(matter.id())).isBefore(passes).isAfter(clock.instant());

        clock.set(passes.minusSeconds(1));
        assertThat(deadlines.overdue(matter.id(), passes, null)).isFalse();
        clock.set(passes);
        assertThat(deadlines.overdue(matter.id(), passes, "负责人")).isTrue();
        assertThat(deadlines.overdue(matter.id(), passes, "负责人")).isFalse();
        // The last day is over when the next one begins.
        assertThat(matters.get(matter.id()).overdueSince()).isEqualTo(passes.plusSeconds(1));
        assertThat(steps(matter)).filteredOn(TimelineKind.OVERDUE::equals).hasSize(1);
    }

    @Test
    @Tag("P4")
    void extendedMatterIsNotOverdueOnceThePetitionerIsToldAndAClosedOneNeverBecomesSo() {
        Matter matter = planned(village, FRIDAY);
        clock.set(matter.dueAt().plus(Duration.ofHours(10)));
        assertThat(deadlines.overdue(matter.id(), matter.dueAt(), null)).isTrue();
        extensions.ask(matter.id(), "要等鉴定", LocalDate.of(2026, 4, 10), matter.responsible());
        extensions.decide(matter.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        assertThat(matters.get(matter.id()).overdueSince())
                .as("nobody was told yet")
                .isEqualTo(clock.instant());
        Matter extended = extensions.told(matter.id(), "phone", clock.instant(), matter.responsible());
        assertThat(extended.overdueSince()).isNull();
        assertThat(extended.wasOverdue()).isTrue();
        assertThat(extended.dueKind()).isEqualTo(DueKind.EXTENDED);
        assertThat(extended.dueAt()).isEqualTo(endOf("2026-04-10"));
        // The old deadline's timer comes late.
        assertThat(deadlines.overdue(matter.id(), matter.dueAt(), null)).isFalse();

        closing.replied(matter.id(), "已修好", "phone", clock.instant(), true, "resolved", matter.responsible());
        closing.close(matter.id(), null);
        clock.set(extended.dueAt().plusSeconds(60));
        assertThat(deadlines.overdue(matter.id(), extended.dueAt(), null)).isFalse();
        assertThat(matters.get(matter.id()).overdueSince()).isNull();
    }

    /** The application was down, or the timer is slow. */
    @Test
    @Tag("P4")
    void aPersonWhoIsLateBeforeTheTimerHasFiredIsLateAllTheSame() {
        Matter closed = planned(village, FRIDAY);
        Matter extended = planned(village, FRIDAY);
        Matter notPlanned = received(village, "周某", "13800000112");
        extensions.ask(extended.id(), "要等鉴定", LocalDate.of(2026, 4, 10), extended.responsible());
        extensions.decide(extended.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        Instant later = endOf("2026-03-17").plus(Duration.ofHours(10));
        clock.set(later);

        closing.close(closed.id(), null);
        extensions.told(extended.id(), "phone", later, extended.responsible());
        plans.set(notPlanned.id(), "查看", LocalDate.of(2026, 4, 10), "phone", later, notPlanned.responsible());

        assertThat(matters.get(closed.id()).overdueSince()).isEqualTo(later);
        for (Matter late : List.of(closed, extended, notPlanned)) {
            assertThat(matters.get(late.id()).wasOverdue()).isTrue();
            assertThat(steps(late)).filteredOn(TimelineKind.OVERDUE::equals).hasSize(1);
            assertThat(db.sql("select due_at from matter_missed_deadline where matter_id = ? and ended_at is not null")
                            .param(late.id().value())
                            .query((row, nr) -> row.getTimestamp(1).toInstant())
                            .list())
                    .containsExactly(late.dueAt());
        }
        assertThat(matters.get(extended.id()).isOverdue()).isFalse();
        assertThat(matters.get(notPlanned.id()).isOverdue()).isFalse();
    }

    @RepeatedTest(5)
    @Tag("P4")
    void timerAndClosingAtTheSameMomentLeaveNoClosedMatterThatBecameOverdueAfterwards() throws Exception {
        Matter matter = planned(village, FRIDAY);
        clock.set(matter.dueAt());
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        boolean overdue;
        try {
            var results = threads.invokeAll(List.<Callable<Boolean>>of(
                    () -> {
                        together.await();
                        return transaction.execute(status -> deadlines.overdue(matter.id(), matter.dueAt(), null));
                    },
                    () -> {
                        together.await();
                        return transaction.execute(
                                status -> closing.close(matter.id(), null).isClosed());
                    }));
            overdue = results.get(0).get();
            assertThat(results.get(1).get()).isTrue();
        } finally {
            threads.shutdown();
        }
        List<TimelineKind> steps = steps(matter);
        assertThat(matters.get(matter.id()).state()).isEqualTo(MatterState.CLOSED);
        assertThat(matters.get(matter.id()).overdueSince() != null).isEqualTo(overdue);
        assertThat(steps.contains(TimelineKind.OVERDUE)).isEqualTo(overdue);
        if (overdue) {
            assertThat(steps.indexOf(TimelineKind.OVERDUE)).isLessThan(steps.indexOf(TimelineKind.CLOSED));
        }
    }

    @Test
    @Tag("P4")
    void planNeedsTheTellingAndADayThatTheProfileAllows() {
        Matter matter = received(village, "周某", "13800000110");
        String by = matter.responsible();
        assertRefused("toldHow", () -> plans.set(matter.id(), "查看", FRIDAY, null, clock.instant(), by));
        assertRefused("toldAt", () -> plans.set(matter.id(), "查看", FRIDAY, "phone", null, by));
        assertRefused(
                "toldAt",
                () -> plans.set(
                        matter.id(), "查看", FRIDAY, "phone", clock.instant().plusSeconds(60), by));
        assertRefused(
                "deadline", () -> plans.set(matter.id(), "查看", LocalDate.of(2026, 3, 1), "phone", clock.instant(), by));
        LocalDate latest = plans.latestDay(matter.id());
        // Sixty days after the second of March 2026, on which the petitioner is told.
        assertThat(latest).isEqualTo(LocalDate.of(2026, 5, 1));
        assertRefused("deadline", () -> plans.set(matter.id(), "查看", latest.plusDays(1), "phone", clock.instant(), by));
        plans.set(matter.id(), "查看", latest, "phone", clock.instant(), by);
        assertThat(matters.get(matter.id()).dueAt()).isEqualTo(endOf("2026-05-01"));
    }

    @Test
    @Tag("P4")
    void deadlinesOfTheLastDaysOfAYearGoOnInTheNext() {
        clock.set(Instant.parse("2026-12-30T01:00:00Z"));
        Matter matter = received(village, "周某", "13800000111");
        // Fifteen days after the thirtieth of December, a Thursday.
        assertThat(matter.dueAt()).isEqualTo(endOf("2027-01-14"));
    }

    private void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MatterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
