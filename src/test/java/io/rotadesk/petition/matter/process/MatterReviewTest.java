package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.Timers;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.DeadlineMoves;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.OpenMatterException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.review.AnswerStandings;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewLimits;
import io.rotadesk.petition.review.ReviewRefusal;
import io.rotadesk.petition.review.ReviewState;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.petition.review.Stage;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.Computation;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A petitioner does not agree with the answer: the next level up reviews it, and the level above that once more. */
@Tag("P4")
@Tag("P6")
class MatterReviewTest extends HandlingScenario {

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewLimits limits;

    @Autowired
    AnswerStandings standings;

    @Autowired
    Notices notices;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    MatterFiles files;

    @Autowired
    Units units;

    /** A hamlet below the village, which is below the centre. */
    ReceptionPoint hamlet;

    @BeforeEach
    void aHamlet() {
        hamlet = founder.found(village.id(), 2);
    }

    @Test
    void anAnswerIsUpheldReviewedOnceMoreAndThenFinal() {
        TicketId ticket = answeredInTheHamlet();
        clock.set(at("2026-03-10T09:00"));
        Review review = asks(ticket, "2026-03-10");

        assertThat(review.stage()).isEqualTo(Stage.REVIEW);
        assertThat(review.unitId()).isEqualTo(village.id());
        assertThat(review.dueAt()).isEqualTo(endOf("2026-04-09"));
        assertThat(told(village.leader())).contains(NoticeKind.REVIEW_ASKED);
        isReviewed(review, village, Outcome.UPHELD);

        assertThat(reviews.get(review.id()).state()).isEqualTo(ReviewState.TOLD);
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(told(hamlet.leader())).contains(NoticeKind.REVIEW_OVER);
        assertThat(isOver(review)).isTrue();
        assertThat(standings.of(matter(ticket)).next()).isEqualTo(Stage.RECHECK);

        clock.forward(Duration.ofDays(5));
        Review last = asks(ticket, today());
        assertThat(last.stage()).isEqualTo(Stage.RECHECK);
        assertThat(last.unitId()).isEqualTo(centre.id());
        isReviewed(last, centre, Outcome.CHANGED);

        assertThat(standings.of(matter(ticket)).isFinal()).isTrue();
        assertThatThrownBy(() -> asks(ticket, today())).isInstanceOf(ReviewRefusal.class);
        assertThat(steps(ticket))
                .contains(
                        TimelineKind.REVIEW_ASKED,
                        TimelineKind.REVIEW_TOLD,
                        TimelineKind.RECHECK_ASKED,
                        TimelineKind.RECHECK_TOLD);
    }

    @Test
    void afterTheLastReviewAVisitWithTheSameMatterIsNotAcceptedAndAnotherMatterIs() {
        TicketId ticket = answeredInTheHamlet();
        isReviewed(asks(ticket, today()), village, Outcome.UPHELD);
        isReviewed(asks(ticket, today()), centre, Outcome.UPHELD);

        TicketId again = comesBack(ticket, "yes");

        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(matter(ticket).reopened()).isZero();
        assertThat(matters.repeatVisits(matter(ticket).id())).hasSize(1);
        assertThat(steps(ticket)).endsWith(TimelineKind.REPEAT_VISIT, TimelineKind.NOT_ACCEPTED_AGAIN);
        assertThat(told(ticket(again).staff())).contains(NoticeKind.VISIT_NOT_ACCEPTED);
        assertThat(instance(again)).isNull();

        TicketId other = comesBack(ticket, "no");
        assertThat(matter(other).state()).isEqualTo(MatterState.RECEIVED);
    }

    @Test
    void withoutARequestTheAnswerIsFinalAfterItsLastDay() {
        TicketId ticket = answeredInTheHamlet();
        clock.set(at("2026-04-01T09:00"));
        assertThat(standings.of(matter(ticket)).until()).isEqualTo("2026-04-01");
        assertThat(standings.of(matter(ticket)).isFinal()).isFalse();

        clock.set(at("2026-04-02T09:00"));
        assertThat(standings.of(matter(ticket)).isFinal()).isTrue();
        TicketId again = comes(hamlet, again(matter(ticket)));
        isCalled(again);
        assertThat(tasks.getVariable(taskAt(again, "Task_ReceivePetitioner").getId(), "earlierLines"))
                .asString()
                .contains("不再受理");
        isReceived(again, "sameMatter", "yes", "earlierMatter", matter(ticket).number());
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
    }

    @Test
    void withinTheTimeForARequestAVisitReopensAsBefore() {
        TicketId ticket = answeredInTheHamlet();
        clock.forward(Duration.ofDays(3));

        comesBack(ticket, "yes");

        assertThat(matter(ticket).state()).isEqualTo(MatterState.RECEIVED);
        assertThat(matter(ticket).reopened()).isEqualTo(1);
    }

    @Test
    void whileTheLevelAboveReviewsAVisitIsJoined() {
        TicketId ticket = answeredInTheHamlet();
        asks(ticket, today());

        comesBack(ticket, "yes");

        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(steps(ticket)).endsWith(TimelineKind.REPEAT_VISIT);
        assertThatThrownBy(() -> asks(ticket, today())).isInstanceOf(ReviewRefusal.class);
        assertThatThrownBy(() -> matters.erasePetitioner(matter(ticket).id(), hamlet.leader()))
                .isInstanceOf(OpenMatterException.class);
    }

    @Test
    void aMatterToBeHandledAgainIsReopenedAtTheFirstUnitAndItsRoundIsKept() {
        TicketId ticket = answeredInTheHamlet();
        String responsible = responsible(ticket);
        Review review = asks(ticket, today());
        isReviewed(review, village, Outcome.REDO);

        Matter reopened = matter(ticket);
        assertThat(reopened.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(reopened.unitId()).isEqualTo(hamlet.id());
        assertThat(reopened.responsible()).isEqualTo(responsible);
        assertThat(reopened.reply()).isNull();
        assertThat(reopened.dueAt()).isEqualTo(endOf("2026-04-01"));
        assertThat(files.of(reopened).rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.reply()).isEqualTo("路已修好"));
        taskAt(ticket, "Task_SetHandlingPlan", responsible);

        setsPlan(ticket, "2026-03-20");
        handles(ticket, "progress", "done", "result", "重新修好了");
        replies(ticket);
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(standings.of(matter(ticket)).next()).isEqualTo(Stage.REVIEW);
        assertThat(asks(ticket, today()).round()).isEqualTo(1);
    }

    @Test
    void theLastDayIsInTimeAndTheNextIsLateAndCanOnlyBeRefused() {
        TicketId ticket = answeredInTheHamlet();
        clock.set(at("2026-04-03T09:00"));
        Review late = asks(ticket, "2026-04-02");
        assertThat(late.isLate()).isTrue();
        assertThat(late.askBy()).isEqualTo("2026-04-01");
        assertThat(shown(late, "Task_NameReviewer", "requestText")).contains("2026-04-01");
        names(late, village);

        assertThatThrownBy(() -> writes(late, village, Outcome.UPHELD)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> complete(
                        taskAt(late, "Task_ReviewMatter"), "progress", "hearing", "hearingBegins", "2026-04-03"))
                .isInstanceOf(RefusedException.class);
        writes(late, village, Outcome.LATE);
        signsAndTells(late, village);
        assertThat(standings.of(matter(ticket)).isFinal()).isTrue();

        TicketId inTime = answeredInTheHamlet();
        clock.forward(Duration.ofDays(35));
        LocalDate lastDay = standings.of(matter(inTime)).until();
        Review accepted = asks(inTime, lastDay.toString());
        assertThat(accepted.isLate()).isFalse();
        names(accepted, village);
        assertThatThrownBy(() -> writes(accepted, village, Outcome.LATE)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aRequestIsNotEarlierThanTheTellingAndNotInTheFuture() {
        TicketId ticket = answeredInTheHamlet();

        assertThatThrownBy(() -> asks(ticket, "2026-03-01"))
                .isInstanceOfSatisfying(
                        ReviewRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("askedOn.early"));
        assertThatThrownBy(() -> asks(ticket, "2026-03-03"))
                .isInstanceOfSatisfying(
                        ReviewRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("askedOn.future"));
        assertThat(reviews.of(matter(ticket).id())).isEmpty();
    }

    @Test
    void withNoUnitAboveNobodyHereCanReview() {
        TicketId ticket = comes();
        isReceived(ticket);
        isHandledAndAnswered(ticket);

        assertThatThrownBy(() -> asks(ticket, today()))
                .isInstanceOfSatisfying(
                        ReviewRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("askedOn.nobodyAbove"));
    }

    @Test
    void anExplanationOnTheSpotIsNoAnswerThatCanBeReviewed() {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isReceived(ticket, "grade", "simple", "settleNow", "yes");
        complete(taskAt(ticket, "Task_SettleOnTheSpot"), "explanation", "已说明", "satisfied", "yes");

        assertThatThrownBy(() -> asks(ticket, today()))
                .isInstanceOfSatisfying(
                        ReviewRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("askedOn.noAnswer"));
        clock.forward(Duration.ofDays(60));
        assertThat(standings.of(matter(ticket)).isFinal()).isFalse();
    }

    @Test
    void theTimeOfAHearingDoesNotCountAlsoAcrossTheEndOfTheYear() {
        clock.set(at("2026-12-07T09:00"));
        TicketId ticket = answeredInTheHamlet();
        clock.set(at("2026-12-14T09:00"));
        Review review = asks(ticket, "2026-12-14");
        assertThat(review.dueAt()).isEqualTo(endOf("2027-01-13"));
        names(review, village);

        complete(taskAt(review, "Task_ReviewMatter"), "progress", "hearing", "hearingBegins", "2026-12-28");
        clock.set(at("2027-01-14T09:00"));
        fires(review, "Event_DeadlineNear");
        assertThat(reviews.get(review.id()).isOverdue()).isFalse();
        assertThatThrownBy(() -> complete(taskAt(review, "Task_HoldHearing"), "hearingEnds", "2027-01-15"))
                .isInstanceOf(RefusedException.class);
        complete(taskAt(review, "Task_HoldHearing"), "hearingEnds", "2027-01-06", "hearingNotes", "双方到场");

        Review heard = reviews.get(review.id());
        assertThat(heard.dueAt()).isEqualTo(endOf("2027-01-25"));
        Computation computation = limits.of(heard);
        assertThat(computation.days())
                .filteredOn(day -> day.why() == Computation.Why.HEARING)
                .hasSize(10);
        assertThat(taskAt(review, "Task_ReviewMatter").getDueDate().toInstant()).isEqualTo(endOf("2027-01-25"));
        assertThatThrownBy(() -> complete(
                        taskAt(review, "Task_ReviewMatter"), "progress", "hearing", "hearingBegins", "2027-01-14"))
                .isInstanceOf(RefusedException.class);
        writes(review, village, Outcome.UPHELD);
        signsAndTells(review, village);
        assertThat(reviews.get(review.id()).isOverdue()).isFalse();
    }

    @Test
    void theReviewerIsRemindedOfTheDeadlineAndTheLeadersHearThatItHasPassed() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        names(review, village);

        fires(review, "Event_DeadlineNear");
        assertThat(told(village.staff().get(0))).contains(NoticeKind.REVIEW_NEAR);
        fires(review, "Event_DeadlinePassed");

        assertThat(reviews.get(review.id()).isOverdue()).isTrue();
        assertThat(told(village.leader())).contains(NoticeKind.REVIEW_LATE);
        assertThat(steps(ticket)).contains(TimelineKind.REVIEW_REMINDED, TimelineKind.REVIEW_OVERDUE);
    }

    @Test
    void anOpinionThatIsToldTooLateIsOverdueAlsoBeforeItsTimerFires() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        names(review, village);
        writes(review, village, Outcome.UPHELD);
        clock.set(at("2026-04-02T09:00"));
        signsAndTells(review, village);

        assertThat(reviews.get(review.id()).overdueSince()).isEqualTo(clock.instant());
        assertThat(steps(ticket)).containsSubsequence(TimelineKind.REVIEW_OVERDUE, TimelineKind.REVIEW_TOLD);
    }

    @Test
    void aHearingBeginsWithinTheLimit() {
        Review review = asks(answeredInTheHamlet(), today());
        names(review, village);
        Task task = taskAt(review, "Task_ReviewMatter");

        assertThatThrownBy(() -> complete(task, "progress", "hearing", "hearingBegins", "2026-04-02"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2026-04-01");
        complete(task, "progress", "hearing", "hearingBegins", "2026-04-01");
        assertThat(reviews.get(review.id()).state()).isEqualTo(ReviewState.IN_HEARING);
    }

    @Test
    void nobodyJudgesWhatTheyReviewedOrSignedAtTheStageBefore() {
        TicketId ticket = answeredInTheHamlet();
        isReviewed(asks(ticket, today()), village, Outcome.UPHELD);
        Unit above = units.get(centre.id());
        units.save(new Unit(
                above.id(),
                above.kind(),
                above.name(),
                above.projectName(),
                above.parentId(),
                List.of(centre.leader()),
                List.of(village.leader(), village.staff().get(0)),
                above.settings()));
        Review last = asks(ticket, today());

        Task name = taskAt(last, "Task_NameReviewer");
        assertThat(isCandidate(name, centre.leader())).isTrue();
        assertThat(isCandidate(name, village.leader())).isFalse();
        assertThat(isCandidate(name, village.staff().get(0))).isFalse();
    }

    @Test
    void afterAHearingTheEarlierDeadlineIsNotWatchedAnyMore() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        names(review, village);
        fires(review, "Event_DeadlineNear");
        complete(taskAt(review, "Task_ReviewMatter"), "progress", "hearing", "hearingBegins", today());
        clock.forward(Duration.ofDays(2));
        complete(taskAt(review, "Task_HoldHearing"), "hearingEnds", today());

        Job earlier = jobs(review, "Event_DeadlinePassed").stream()
                .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()))
                .orElseThrow();
        clock.set(earlier.getDuedate().toInstant().plusSeconds(1));
        management.executeJob(earlier.getId());

        assertThat(reviews.get(review.id()).isOverdue()).isFalse();
    }

    @Test
    void theDeadlineMovesWithTheCalendarOfTheUnitThatReviews() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        names(review, village);
        assertThat(review.dueAt()).isEqualTo(endOf("2026-04-01"));

        moves.apply(
                centre.id(),
                () -> calendar.enter(centre.id(), List.of(new CalendarDay(LocalDate.parse("2026-04-01"), false, null))),
                centre.leader());

        assertThat(reviews.get(review.id()).dueAt()).isEqualTo(endOf("2026-04-02"));
        assertThat(taskAt(review, "Task_ReviewMatter").getDueDate().toInstant()).isEqualTo(endOf("2026-04-02"));
        assertThat(told(village.staff().get(0))).contains(NoticeKind.DEADLINE_MOVED);
        assertThat(steps(ticket)).contains(TimelineKind.DEADLINE_MOVED);
    }

    @Test
    void thePersonWhoHasToTakeAStepIsReminded() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        fires(review, "Task_NameReviewer.remind");
        names(review, village);
        complete(taskAt(review, "Task_ReviewMatter"), "progress", "hearing", "hearingBegins", today());
        fires(review, "Task_HoldHearing.remind");
        complete(taskAt(review, "Task_HoldHearing"), "hearingEnds", today());
        writes(review, village, Outcome.UPHELD);
        fires(review, "Task_SignOpinion.remind");

        assertThat(told(village.leader())).contains(NoticeKind.TASK_LATE, NoticeKind.OPINION_TO_SIGN);
    }

    @Test
    void theLeaderSendsAnOpinionBackAndItIsWrittenAgain() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        names(review, village);
        writes(review, village, Outcome.UPHELD);
        complete(taskAt(review, "Task_SignOpinion"), "decision", "sendBack", "remarks", "依据没有写明");

        assertThat(shown(review, "Task_ReviewMatter", "sentBackText")).contains("依据没有写明");
        assertThat(shown(review, "Task_ReviewMatter", "opinion")).isEqualTo("经查，原答复的事实清楚");
        writes(review, village, Outcome.CHANGED);
        signsAndTells(review, village);
        assertThat(reviews.get(review.id()).outcome()).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void aRequestWhoseProcessIsRemovedCanBeEnteredAgain() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());

        runtime.deleteProcessInstance(taskAt(review, "Task_NameReviewer").getProcessInstanceId(), "by hand");

        assertThat(reviews.get(review.id()).state()).isEqualTo(ReviewState.ABANDONED);
        assertThat(asks(ticket, today()).stage()).isEqualTo(Stage.REVIEW);
    }

    @Test
    void thePetitionersWordsGoWithThem() {
        TicketId ticket = answeredInTheHamlet();
        Review review = asks(ticket, today());
        isReviewed(review, village, Outcome.UPHELD);

        matters.erasePetitioner(matter(ticket).id(), hamlet.leader());

        Review erased = reviews.get(review.id());
        assertThat(erased.request()).isNull();
        assertThat(erased.opinion()).isNull();
        assertThat(erased.outcome()).isEqualTo(Outcome.UPHELD);
    }

    private TicketId answeredInTheHamlet() {
        TicketId ticket = comes(hamlet, petitioner("孙大爷"));
        isReceived(ticket);
        isHandledAndAnswered(ticket);
        return ticket;
    }

    private void isHandledAndAnswered(TicketId ticket) {
        setsPlan(ticket, LocalDate.parse(today()).plusDays(10).toString());
        handles(ticket, "progress", "done", "result", "路已修好");
        replies(ticket);
        assertThat(matter(ticket).isClosed()).isTrue();
    }

    private TicketId comesBack(TicketId ticket, String sameMatter) {
        TicketId again = comes(hamlet, again(matter(ticket)));
        String number = sameMatter.equals("yes") ? matter(ticket).number() : null;
        isReceived(again, "sameMatter", sameMatter, "earlierMatter", number);
        return again;
    }

    private Review asks(TicketId ticket, String day) {
        return reviews.ask(
                matter(ticket).id(),
                LocalDate.parse(day),
                "路又坏了，答复不符合事实",
                hamlet.staff().get(0),
                hamlet.id());
    }

    private void isReviewed(Review review, ReceptionPoint unit, Outcome outcome) {
        names(review, unit);
        writes(review, unit, outcome);
        signsAndTells(review, unit);
    }

    private void names(Review review, ReceptionPoint unit) {
        Task name = taskAt(review, "Task_NameReviewer");
        isTheirs(name, unit);
        assertThat(isCandidate(name, unit.leader())).isTrue();
        complete(name, "reviewer", unit.staff().get(0));
        assertThat(told(unit.staff().get(0))).contains(NoticeKind.REVIEW_GIVEN);
    }

    private void writes(Review review, ReceptionPoint unit, Outcome outcome) {
        Task task = taskAt(review, "Task_ReviewMatter");
        assertThat(task.getAssignee()).isEqualTo(unit.staff().get(0));
        complete(task, "progress", "opinion", "outcome", outcome.name(), "opinion", "经查，原答复的事实清楚");
    }

    /** Each in their own name: the person who tells the opinion may not start processes of the unit that answered. */
    private void signsAndTells(Review review, ReceptionPoint unit) {
        Task sign = taskAt(review, "Task_SignOpinion");
        assertThat(isCandidate(sign, unit.leader())).isTrue();
        completeAs(unit.leader(), sign, "decision", "sign");
        completeAs(unit.staff().get(0), taskAt(review, "Task_TellOpinion"), "toldHow", "inPerson", "toldAt", now());
    }

    private Task taskAt(Review review, String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(review.id().value())
                .taskDefinitionKey(step)
                .singleResult();
    }

    private String shown(Review review, String step, String name) {
        Object value = tasks.getVariable(taskAt(review, step).getId(), name);
        return value == null ? null : value.toString();
    }

    private List<Job> jobs(Review review, String name) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(review.id().value())
                .singleResult()
                .getId();
        return Timers.of(management.createJobQuery().processInstanceId(instance), name);
    }

    private void fires(Review review, String name) {
        Job job = jobs(review, name).get(0);
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.set(job.getDuedate().toInstant());
        }
        management.executeJob(job.getId());
    }

    private boolean isOver(Review review) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(review.id().value())
                        .count()
                == 0;
    }

    private List<NoticeKind> told(String login) {
        return notices.unread(login).stream().map(Notice::kind).toList();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), CHINA).toString();
    }
}
