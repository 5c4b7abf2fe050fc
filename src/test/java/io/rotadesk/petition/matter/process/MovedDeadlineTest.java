package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.matter.DeadlineMoves;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.WorkdayCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The running processes follow a deadline that moves with the calendar (P4). */
@Tag("P4")
class MovedDeadlineTest extends HandlingScenario {

    @Autowired
    DeadlineMoves moves;

    @Autowired
    WorkdayCalendar calendar;

    @Test
    void theTaskIsDueOnTheNewDayAndTheMatterIsOverdueOnlyAfterIt() {
        TicketId ticket = plannedInTheVillage("2026-05-01");
        closed("2026-05-01");
        assertThat(taskAt(ticket, "Task_HandleMatter").getDueDate())
                .hasTime(endOf("2026-05-04").toEpochMilli());
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "planText")
                        .toString())
                .contains("2026-05-04");

        // The watch over the old day and that over the new one remind on the same morning, and the first one goes on.
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-29T08:00"));
        assertThat(timers(ticket, "Event_DeadlinePassed"))
                .extracting(job -> job.getDuedate().toInstant())
                .containsExactly(endOf("2026-05-04"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-05-04"));
        assertThat(matter(ticket).overdueSince()).isEqualTo(at("2026-05-05T00:00"));
        assertThat(steps(ticket)).filteredOn(TimelineKind.OVERDUE::equals).hasSize(1);
        assertThat(steps(ticket)).filteredOn(TimelineKind.REMINDED::equals).hasSize(1);
    }

    @Test
    void aMatterThatIsSettledOnTheSpotIsOverdueAfterTheNewDayToo() {
        TicketId ticket = receivedInTheVillage("settleNow", "yes");
        closed("2026-03-17");
        timerFiresAt(ticket, "Task_SettleOnTheSpot.recordOverdue", endOf("2026-03-18"));
        assertThat(matter(ticket).overdueSince()).isEqualTo(at("2026-03-19T00:00"));
    }

    private void closed(String day) {
        moves.apply(
                centre.id(),
                () -> calendar.enter(centre.id(), List.of(new CalendarDay(LocalDate.parse(day), false, null))),
                centre.leader());
    }
}
