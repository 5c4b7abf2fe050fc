package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.DeadlineMoves.Move;
import io.rotadesk.petition.matter.MatterLimits.Reckoning;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.CountedFrom;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed calendar moves the open deadlines, after it has shown which (P4). */
@Tag("P4")
class DeadlineMovesTest extends MatterScene {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 17);
    private static final LocalDate LATEST = LocalDate.of(2026, 5, 1);
    private static final List<CalendarDay> HOLIDAYS =
            List.of(new CalendarDay(TUESDAY, false, "节"), new CalendarDay(LATEST, false, "劳动节"));

    @Autowired
    DeadlineMoves moves;

    @Autowired
    MatterLimits limits;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    Notices notices;

    @Test
    void thePreviewSaysWhichDeadlinesMoveAndChangesNothing() {
        Matter accept = received(village, "周某", "13800000140");
        Matter whole = planned(otherVillage, LATEST);
        Matter chosen = planned(village, LocalDate.of(2026, 4, 10));

        List<Move> preview = moves.preview(centre.id(), this::holidays);
        assertThat(preview)
                .extracting(move -> move.matter().id(), Move::from, Move::to, Move::promised)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(accept.id(), TUESDAY, TUESDAY.plusDays(1), false),
                        org.assertj.core.groups.Tuple.tuple(whole.id(), LATEST, LocalDate.of(2026, 5, 4), true));
        assertThat(matters.get(accept.id()).dueAt()).isEqualTo(endOf("2026-03-17"));
        assertThat(matters.get(chosen.id()).dueAt()).isEqualTo(endOf("2026-04-10"));
        assertThat(calendar.own(centre.id())).isEmpty();
        assertThat(moves.preview(village.id(), () -> {})).isEmpty();
    }

    @Test
    void confirmedTheDeadlinesMoveAndWhoeverIsResponsibleIsToldToTellThePetitioner() {
        Matter accept = received(village, "周某", "13800000141");
        Matter whole = planned(otherVillage, LATEST);

        moves.apply(centre.id(), this::holidays, centre.leader());
        assertThat(matters.get(accept.id()).dueAt()).isEqualTo(endOf("2026-03-18"));
        Matter moved = matters.get(whole.id());
        assertThat(moved.dueAt()).isEqualTo(endOf("2026-05-04"));
        assertThat(moved.dueKind()).isEqualTo(DueKind.HANDLE);
        assertThat(plans.of(whole.id()).orElseThrow().deadline())
                .as("what is printed for the petitioner")
                .isEqualTo(endOf("2026-05-04"));
        TimelineEntry step = timeline.of(whole.id()).stream()
                .filter(entry -> entry.kind() == TimelineKind.DEADLINE_MOVED)
                .findFirst()
                .orElseThrow();
        assertThat(step.who()).isEqualTo(centre.leader());
        assertThat(step.text()).isEqualTo("2026-05-01 → 2026-05-04");
        assertThat(notices.unread(whole.responsible())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.DEADLINE_TO_TELL);
            assertThat(notice.words()).containsExactly(whole.number(), "2026-05-01", "2026-05-04");
            assertThat(notice.link()).isEqualTo("/desk/matters/" + whole.id());
        });
        assertThat(notices.unread(accept.responsible()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.DEADLINE_MOVED));

        moves.apply(centre.id(), () -> calendar.remove(centre.id(), LATEST), centre.leader());
        assertThat(matters.get(whole.id()).dueAt()).isEqualTo(endOf("2026-05-01"));
    }

    @Test
    void aPassedDeadlineDoesNotMoveAndNothingMovesIntoThePast() {
        calendar.enter(village.id(), List.of(new CalendarDay(TUESDAY, false, null)));
        Matter matter = received(village, "周某", "13800000142");
        assertThat(matter.dueAt()).isEqualTo(endOf("2026-03-18"));

        clock.set(endOf("2026-03-18").minusSeconds(3600));
        Runnable without = () -> calendar.remove(village.id(), TUESDAY);
        assertThat(moves.preview(village.id(), without)).isEmpty();
        clock.set(endOf("2026-03-18").plusSeconds(3600));
        assertThat(moves.preview(village.id(), this::holidays)).isEmpty();
    }

    /** A calendar with fewer holidays than before: a limit in working days ends earlier than the day that was promised. */
    @Test
    void aPromisedDayThatIsTooLateByTheNewCalendarMovesToTheLimit() {
        calendar.enter(
                village.id(),
                LocalDate.of(2026, 4, 29)
                        .datesUntil(LocalDate.of(2026, 5, 11))
                        .map(day -> new CalendarDay(day, false, null))
                        .toList());
        Matter matter = planned(village, LocalDate.of(2026, 5, 8));
        moves.apply(village.id(), () -> calendar.replace(village.id(), List.of()), village.leader());
        assertThat(matters.get(matter.id()).dueAt()).isEqualTo(endOf("2026-05-01"));
    }

    @Test
    void theComputationSaysFromWhichEventEachDeadlineIsCounted() {
        Matter accept = received(village, "周某", "13800000143");
        assertThat(reckoning(accept).computation().limit().from()).isEqualTo(CountedFrom.RECEIPT);
        assertThat(reckoning(accept).isWhole()).isTrue();

        Matter chosen = planned(village, LocalDate.of(2026, 4, 10));
        assertThat(reckoning(chosen).computation().limit().from()).isEqualTo(CountedFrom.ACCEPTANCE);
        assertThat(reckoning(chosen).computation().last()).isEqualTo(LATEST);
        assertThat(reckoning(chosen).isEarlier()).isTrue();
        assertThat(reckoning(chosen).promised()).isTrue();
        assertThat(reckoning(chosen).computation().unknownYears()).containsExactly(Year.of(2026));

        extensions.ask(chosen.id(), "要等鉴定", LocalDate.of(2026, 5, 11), chosen.responsible());
        extensions.decide(chosen.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        assertThat(reckoning(matters.get(chosen.id())).computation().limit().from())
                .as("nobody was told of more time yet")
                .isEqualTo(CountedFrom.ACCEPTANCE);
        extensions.told(chosen.id(), "phone", clock.instant(), chosen.responsible());
        Reckoning extended = reckoning(matters.get(chosen.id()));
        assertThat(extended.computation().limit().from()).isEqualTo(CountedFrom.LAST_DAY);
        assertThat(extended.computation().begins()).isEqualTo("2026-04-10");
        assertThat(extended.computation().movedOn())
                .as("the thirtieth day is a Sunday")
                .isTrue();
        assertThat(extended.isWhole()).isTrue();
    }

    @Test
    void extensionsTogetherAddNoMoreThanOneMay() {
        Matter matter = planned(village, LATEST);
        LocalDate most = LocalDate.of(2026, 6, 1);
        assertThat(extensions.latestDay(matter.id()))
                .as("30 days, and a Sunday")
                .isEqualTo(most);
        extended(matter, LocalDate.of(2026, 5, 20));
        assertThat(extensions.latestDay(matter.id())).isEqualTo(most);
        extended(matter, most);
        assertThatThrownBy(() -> extensions.ask(matter.id(), "还要等", most.plusDays(1), matter.responsible()))
                .isInstanceOf(MatterRefusal.class);
        assertThat(reckoning(matters.get(matter.id())).isWhole()).isTrue();
        assertThat(reckoning(matters.get(matter.id())).computation().begins()).isEqualTo(LATEST);
    }

    @Test
    void anExtensionThatComesTooLateIsCountedFromTheEndOfTheLimit() {
        Matter early = planned(village, LocalDate.of(2026, 3, 10));
        Matter whole = planned(otherVillage, LATEST);
        clock.set(endOf("2026-03-20"));
        assertThat(extensions.latestDay(early.id()))
                .as("the limit has not passed, only the day that was promised")
                .isEqualTo(LocalDate.of(2026, 4, 20));
        clock.set(endOf("2026-05-20"));
        assertThat(extensions.latestDay(whole.id())).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(extensions.latestDay(early.id())).isEqualTo(LocalDate.of(2026, 6, 1));
        extended(early, LocalDate.of(2026, 6, 1));
        assertThat(reckoning(matters.get(early.id())).computation().begins()).isEqualTo(LATEST);
    }

    /** The leader decides ten days after the day that was promised: the days until then are no gift. */
    @Test
    void anExtensionIsCountedFromTheAskingHoweverLateItIsDecided() {
        Matter matter = planned(village, LocalDate.of(2026, 3, 10));
        LocalDate most = LocalDate.of(2026, 4, 9);
        clock.set(endOf("2026-03-09"));
        assertThat(extensions.latestDay(matter.id())).isEqualTo(most);
        extensions.ask(matter.id(), "要等鉴定", most, matter.responsible());
        clock.set(endOf("2026-03-20"));

        assertThat(extensions.latestDay(matter.id())).isEqualTo(most);
        assertThatThrownBy(() -> extensions.decide(
                        matter.id(), Extensions.Decision.APPROVED, most.plusDays(1), null, village.leader()))
                .isInstanceOf(MatterRefusal.class);
        extensions.decide(matter.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        extensions.told(matter.id(), "phone", clock.instant(), matter.responsible());
        assertThat(reckoning(matters.get(matter.id())).isWhole()).isTrue();
    }

    @Test
    void aPersonWhoAskedForMoreTimeHasNoLessWhenTheCalendarChangesMeanwhile() {
        Matter matter = planned(village, LATEST);
        extensions.ask(matter.id(), "要等鉴定", LATEST.plusDays(1), matter.responsible());
        extensions.decide(matter.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        moves.apply(centre.id(), this::holidays, centre.leader());
        assertThat(matters.get(matter.id()).dueAt()).isEqualTo(endOf("2026-05-04"));
        assertThat(extensions.last(matter.id()).orElseThrow().until())
                .as("what a paper would say")
                .isEqualTo(endOf("2026-05-04"));

        extensions.told(matter.id(), "phone", clock.instant(), matter.responsible());
        assertThat(matters.get(matter.id()).dueAt()).isEqualTo(endOf("2026-05-04"));
        assertThat(extensions.last(matter.id()).orElseThrow().until()).isEqualTo(endOf("2026-05-04"));
    }

    @Test
    void moreTimeThatWouldBeLessByTheNewCalendarIsNotApprovedAsItWasAskedFor() {
        Matter matter = planned(village, LATEST);
        extensions.ask(matter.id(), "要等鉴定", LATEST.plusDays(1), matter.responsible());
        moves.apply(centre.id(), this::holidays, centre.leader());
        assertThatThrownBy(() ->
                        extensions.decide(matter.id(), Extensions.Decision.APPROVED, null, null, village.leader()))
                .isInstanceOf(MatterRefusal.class);
        assertThat(extensions.pending(matter.id())).isPresent();
    }

    private void extended(Matter matter, LocalDate day) {
        extensions.ask(matter.id(), "要等鉴定", day, matter.responsible());
        extensions.decide(matter.id(), Extensions.Decision.APPROVED, null, null, village.leader());
        extensions.told(matter.id(), "phone", clock.instant(), matter.responsible());
    }

    private Reckoning reckoning(Matter matter) {
        return limits.of(matter).orElseThrow();
    }

    private void holidays() {
        calendar.enter(centre.id(), HOLIDAYS);
    }
}
