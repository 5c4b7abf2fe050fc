package io.rotadesk.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** People of a unit who work on their tasks, logged in: with authorizations and the unit as tenant. */
final class Staff {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final List<String> groups;
    private final boolean openForms;

    /** @param openForms whether they open each form, as a browser does, before they send it */
    Staff(RotaDesk application, String group, boolean openForms) {
        this.tasks = application.bean(TaskService.class);
        this.forms = application.bean(FormService.class);
        this.identity = application.bean(IdentityService.class);
        this.groups = List.of(group);
        this.openForms = openForms;
    }

    /** The only task of a process, sent by the person who has it. */
    void submit(String unit, String businessKey, Map<String, Object> form) {
        Task task =
                tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
        as(task.getAssignee(), unit, () -> {
            if (openForms) {
                forms.getTaskFormVariables(task.getId());
            }
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    /** The task as the person's own list finds it; null when it is not there. */
    Task ownTask(String unit, String login, String businessKey) {
        return as(
                login,
                unit,
                () -> tasks.createTaskQuery()
                        .taskAssignee(login)
                        .processInstanceBusinessKey(businessKey)
                        .singleResult());
    }

    private <T> T as(String login, String unit, Supplier<T> work) {
        identity.setAuthentication(login, groups, List.of(unit));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
