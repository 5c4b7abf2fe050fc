package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.staff.reminder.HandReminders;
import io.rotadesk.staff.reminder.HandReminders.HandReminder;
import io.rotadesk.web.desk.home.HomeView.LateTask;
import io.rotadesk.web.desk.home.HomeView.OpenDispute;
import io.rotadesk.web.desk.home.HomeView.OtherTask;
import io.rotadesk.web.desk.home.HomeView.Question;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts questions, disputes and late tasks on the page.
 *
 * @param names what the viewer calls the work of a task
 */
record TaskItems(Gathered gathered, Function<UnitTask, String> names) {

    List<Question> questions(List<Escalation> questions) {
        return questions.stream().map(this::question).toList();
    }

    private Question question(Escalation question) {
        Optional<UnitTask> task = gathered.task(ManagerEscalation.Task.ANSWER_QUESTION, question.id());
        return new Question(
                Gathered.id("question", question.id()),
                question.id(),
                question.question(),
                gathered.name(question.askedBy()),
                question.askedAt(),
                task.filter(one -> one.isLate(gathered.now())).isPresent(),
                gathered.about(Works.of(question)),
                task.filter(gathered::mayDo).isPresent(),
                task.map(gathered::claimedBy).orElse(null),
                gathered.typed().get(question.id()));
    }

    List<OpenDispute> disputes(List<Dispute> disputes, Function<Dispute, Instant> due) {
        return disputes.stream()
                .sorted(Comparator.comparing(Dispute::openedAt))
                .map(dispute -> new OpenDispute(
                        Gathered.id("dispute", Long.toString(dispute.id())),
                        dispute.id(),
                        gathered.name(dispute.claimant()),
                        gathered.name(dispute.owner()),
                        dispute.openedAt(),
                        due.apply(dispute).isBefore(gathered.now()),
                        gathered.task(OwnershipDispute.Task.DECIDE_OWNERSHIP, Long.toString(dispute.id()))
                                .filter(gathered::mayDo)
                                .map(UnitTask::id)
                                .orElse(null)))
                .toList();
    }

    List<LateTask> late(List<UnitTask> tasks) {
        return tasks.stream().map(this::late).toList();
    }

    private LateTask late(UnitTask task) {
        HandReminder last = gathered.reminded().get(task.id());
        return new LateTask(
                "late-" + task.id(),
                task,
                names.apply(task),
                Steps.kind(task),
                Works.of(gathered.unit(), task).map(gathered::about).orElse(null),
                gathered.name(task.assignee()),
                task.theirs(),
                gathered.minutes(task.due()),
                last == null ? null : gathered.name(last.by()),
                last == null ? null : last.at(),
                last != null && last.at().plus(HandReminders.ONCE_IN).isAfter(gathered.now()));
    }

    List<OtherTask> others() {
        return gathered.tasks().stream()
                .filter(task -> Steps.isOther(task, gathered.now()))
                .map(task -> new OtherTask(
                        "task-" + task.id(),
                        task,
                        names.apply(task),
                        Works.of(gathered.unit(), task).map(gathered::note).orElse(null),
                        task.isLate(gathered.now())))
                .toList();
    }
}
