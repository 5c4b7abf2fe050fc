package io.rotadesk.web.desk.tools;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.HeldTask;
import io.rotadesk.engine.HeldTasks;
import io.rotadesk.leasing.call.CallsWithoutProcess;
import io.rotadesk.leasing.customer.AbandonedFollowUps;
import io.rotadesk.leasing.escalation.AbandonedEscalations;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.VisitsWithoutProcess;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says which tasks have tools, by the process that a task belongs to: a process owner may change tasks and forms, and the tools
 * stay.
 */
@Component
class TasksInHand {

    private final HeldTasks tasks;
    private final Escalations escalations;
    private final Units units;

    TasksInHand(HeldTasks tasks, Escalations escalations, Units units) {
        this.tasks = tasks;
        this.escalations = escalations;
        this.units = units;
    }

    /** @return empty for a task without tools, one that is not this person's, and one that does not exist */
    Optional<TaskInHand> find(String taskId, SignedInUser user) {
        return tasks.find(taskId, user.login())
                .filter(task -> task.unitId() != null && user.mayEnter(task.unitId()))
                .flatMap(this::inHand);
    }

    /** @throws NotThereException if {@link #find} finds none */
    TaskInHand get(String taskId, SignedInUser user) {
        return find(taskId, user)
                .orElseThrow(() -> new NotThereException(user.login() + " has no task " + taskId + " with tools"));
    }

    private Optional<TaskInHand> inHand(HeldTask task) {
        return switch (task.process()) {
            case CallsWithoutProcess.PROCESS -> of(task, contact(task, "callId", Contact.Kind.CALL), true);
            case VisitsWithoutProcess.PROCESS -> of(task, contact(task, "visitId", Contact.Kind.VISIT), true);
            case AbandonedFollowUps.PROCESS -> of(task, null, true);
            // The answer that is on its way back to the customer, or the question that is to be answered.
            case AbandonedEscalations.PROCESS ->
                of(
                        task,
                        tasks.text(task, "escalationId")
                                .flatMap(escalations::find)
                                .map(Escalation::contact)
                                .orElse(null),
                        false);
            default -> Optional.empty();
        };
    }

    private Optional<TaskInHand> of(HeldTask task, Contact contact, boolean mayAsk) {
        return units.find(task.unitId()).map(unit -> new TaskInHand(task.id(), unit, contact, mayAsk));
    }

    private Contact contact(HeldTask task, String variable, Contact.Kind kind) {
        return tasks.text(task, variable).map(id -> new Contact(kind, id)).orElse(null);
    }
}
