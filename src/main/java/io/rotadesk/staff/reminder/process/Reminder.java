package io.rotadesk.staff.reminder.process;

import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.staff.notice.TaskNotices;
import io.rotadesk.staff.reminder.LateWork;
import io.rotadesk.staff.reminder.Reminders;
import io.rotadesk.staff.reminder.TaskReminded;
import io.rotadesk.staff.reminder.TaskReminded.Kind;
import io.rotadesk.staff.reminder.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;

/** Reminds people of a task whose time is over, and lets others do it too. */
class Reminder implements TaskListener, JavaDelegate {

    /** The variable with the unit of the process, in every model with reminders. */
    private static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");

    private final Kind kind;
    private final Function<String, List<String>> others;
    private final Reminders reminders;
    private final TaskNotices notices;
    private final ObjectProvider<LateWork> words;
    private final RepositoryService repository;
    private final OverdueTask overdue;

    /** @param others gives the logins of the people of a unit who get the task too */
    Reminder(
            Kind kind,
            Function<String, List<String>> others,
            Reminders reminders,
            TaskNotices notices,
            ObjectProvider<LateWork> words,
            RepositoryService repository,
            OverdueTask overdue) {
        this.kind = kind;
        this.others = others;
        this.reminders = reminders;
        this.notices = notices;
        this.words = words;
        this.repository = repository;
        this.overdue = overdue;
    }

    @Override
    public void notify(DelegateTask task) {
        String unitId = unitOf(task);
        List<String> told = others.apply(unitId);
        told.forEach(task::addCandidateUser);
        task.setPriority(Urgency.lifted(task.getPriority()));
        TaskReminded reminded = reminded(task);
        reminders.record(unitId, reminded, told);
        List<String> people = kind == Kind.REMINDED ? holders(task) : told;
        words.stream()
                .filter(one -> one.isAbout(reminded.process(), reminded.task()))
                .findFirst()
                .ifPresentOrElse(
                        one -> one.tell(unitId, reminded.businessKey(), people),
                        () -> notices.late(unitId, people, task.getId(), task.getName(), task.getAssignee()));
    }

    /** A task that nobody has is everybody's who may take it. */
    private static List<String> holders(DelegateTask task) {
        return task.getAssignee() != null
                ? List.of(task.getAssignee())
                : task.getCandidates().stream()
                        .map(IdentityLink::getUserId)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /**
     * Runs as a step behind a timer on the task's edge. Older models drew reminders in this way; their instances still
     * run.
     */
    @Override
    public void execute(DelegateExecution step) {
        overdue.of(step).forEach(this::notify);
    }

    private TaskReminded reminded(DelegateTask task) {
        String process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return new TaskReminded(
                process, task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey(), kind);
    }

    /**
     * A task may be for people of another unit than the one in which its process began; then that unit's people are
     * told (P1).
     */
    private static String unitOf(DelegateTask task) {
        return task.getTenantId() != null ? task.getTenantId() : UNIT_ID.get(task);
    }
}
