package io.rotadesk.web.desk.home;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.StepNames;
import io.rotadesk.engine.UnitTasks;
import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.FrontDeskDay;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.staff.reminder.HandReminders;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.subject.Subjects;
import io.rotadesk.staff.subject.Work;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what the leaders' home page shows, with a number of statements that does not depend on how much there is. */
@Component
class HomeViews {

    /** No call lasts longer: an older one was never reported as over. */
    private static final Duration LONGEST_CALL = Duration.ofHours(12);

    private static final int MOST_TASKS = 200;
    private static final int MOST_DISPUTES = 50;

    private final Calls calls;
    private final WaitingLine line;
    private final FrontDeskDay day;
    private final Escalations escalations;
    private final Disputes disputes;
    private final UnitTasks tasks;
    private final HandReminders reminders;
    private final Rota rota;
    private final Agents agents;
    private final Subjects subjects;
    private final StepNames names;
    private final MessageSource messages;
    private final Clock clock;

    HomeViews(
            Calls calls,
            WaitingLine line,
            FrontDeskDay day,
            Escalations escalations,
            Disputes disputes,
            UnitTasks tasks,
            HandReminders reminders,
            Rota rota,
            Agents agents,
            Subjects subjects,
            StepNames names,
            MessageSource messages,
            Clock clock) {
        this.calls = calls;
        this.line = line;
        this.day = day;
        this.escalations = escalations;
        this.disputes = disputes;
        this.tasks = tasks;
        this.reminders = reminders;
        this.rota = rota;
        this.agents = agents;
        this.subjects = subjects;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param board of the unit, now
     * @param typed answers that could not be sent, by the question's id
     */
    HomeView of(Unit unit, SignedInUser user, DutyBoard board, Map<String, String> typed, Locale locale) {
        Instant now = clock.instant();
        List<Agent> people = agents.inUnit(unit.id());
        List<UnitTask> open = tasks.look(unit.id(), user.login(), Steps.OF_A_TALK, now, MOST_TASKS);
        List<Call> inTheAir = ofLeasing(unit, () -> calls.inTheAir(unit.id(), now.minus(LONGEST_CALL)));
        List<Visit> inLine = ofLeasing(unit, () -> line.of(unit.id()));
        List<Visit> expected = ofLeasing(unit, () -> day.notMetYet(unit.id(), now));
        List<Escalation> questions = ofLeasing(unit, () -> escalations.openOf(unit.id())).stream()
                .filter(question -> !question.isAnswered())
                .toList();
        List<Dispute> openDisputes = ofLeasing(unit, () -> disputes.inUnit(unit.id(), null, MOST_DISPUTES)).stream()
                .filter(Dispute::isOpen)
                .toList();
        List<Visit> atTheDoor =
                Stream.concat(inLine.stream(), expected.stream()).toList();
        List<UnitTask> late =
                open.stream().filter(task -> Steps.isLate(task, now)).toList();
        List<UnitTask> shown = open.stream()
                .filter(task -> Steps.isLate(task, now) || Steps.isOther(task, now))
                .toList();
        Map<Contact, Map<String, Integer>> misses = rota.misses(Stream.concat(
                        inTheAir.stream().map(call -> call.key().contact()),
                        inLine.stream().map(visit -> visit.key().contact()))
                .toList());
        Gathered gathered = new Gathered(
                unit,
                user,
                mayDoAll(unit, user),
                now,
                people.stream().collect(Collectors.toMap(Agent::login, Agent::name)),
                new Colleagues(people, board, now, messages, locale),
                open,
                subjects.of(works(unit, inTheAir, atTheDoor, shown, questions)),
                misses,
                reminders.latest(late.stream().map(UnitTask::id).toList()),
                typed);
        CallItems callItems = new CallItems(gathered);
        VisitItems visitItems = new VisitItems(gathered);
        TaskItems taskItems = new TaskItems(gathered, task -> names.of(task, locale));
        List<HomeView.Visitor> visitors = visitItems.line(inLine, expected);
        return new HomeView(
                unit.settings().zone(),
                callItems.lost(inTheAir),
                visitors.stream().filter(HomeView.Visitor::tooLong).toList(),
                taskItems.questions(questions),
                taskItems.disputes(openDisputes, disputes::decisionDue),
                taskItems.late(late),
                taskItems.others(),
                callItems.talks(inTheAir),
                visitors,
                next(board, gathered),
                lookAgain(unit, visitItems, atTheDoor, now));
    }

    private static List<Work> works(
            Unit unit, List<Call> calls, List<Visit> visits, List<UnitTask> tasks, List<Escalation> questions) {
        return Stream.of(
                        calls.stream().map(Works::of),
                        visits.stream().map(Works::of),
                        tasks.stream().flatMap(task -> Works.of(unit, task).stream()),
                        questions.stream().map(Works::of))
                .flatMap(Function.identity())
                .toList();
    }

    /** A reception point has none of these. */
    private static <T> List<T> ofLeasing(Unit unit, Supplier<List<T>> read) {
        return unit.kind() == UnitKind.LEASING ? read.get() : List.of();
    }

    /** The deputies may do what they were asked to do; managers, leaders and administrators everything. */
    private static boolean mayDoAll(Unit unit, SignedInUser user) {
        return unit.managers().contains(user.login())
                || user.is(Role.ADMINISTRATOR)
                || (user.is(Role.MANAGER) || user.is(Role.PETITION_LEADER))
                        && !unit.deputies().contains(user.login());
    }

    private static String next(DutyBoard board, Gathered gathered) {
        DutyBoard.QueueBoard visits = board.queues().get(Queue.VISIT);
        return board.closed() || visits == null || visits.next() == null ? null : gathered.name(visits.next());
    }

    /** Nothing tells the page that a visitor has waited too long, or that a task has become late. */
    private Long lookAgain(Unit unit, VisitItems visits, List<Visit> atTheDoor, Instant now) {
        return Stream.concat(atTheDoor.stream().map(visits::tooLongAt), tasks.nextLate(unit.id(), now).stream())
                .filter(time -> time != null && time.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(time -> Duration.between(now, time).toMillis())
                .orElse(null);
    }
}
