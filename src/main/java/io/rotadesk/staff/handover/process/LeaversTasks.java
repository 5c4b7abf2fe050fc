package io.rotadesk.staff.handover.process;

import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.staff.handover.LeaversWork;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Open tasks of every process, and its variables that are declared to name one of our people. */
@Component
class LeaversTasks implements LeaversWork {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Collection<ProcessVariables> declared;

    LeaversTasks(TaskService tasks, RuntimeService runtime, Collection<ProcessVariables> declared) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.declared = declared;
    }

    @Override
    public String kind() {
        return "tasks";
    }

    @Override
    public int count(String unitId, String login) {
        return tasksOf(unitId, login).size();
    }

    @Override
    public void give(String unitId, String from, String to) {
        for (VariableInstance variable : variables(unitId, from)) {
            runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), to);
        }
        tasksOf(unitId, from).forEach(task -> tasks.setAssignee(task.getId(), to));
    }

    private List<Task> tasksOf(String unitId, String login) {
        return tasks.createTaskQuery().tenantIdIn(unitId).taskAssignee(login).list();
    }

    private List<VariableInstance> variables(String unitId, String login) {
        return declared.stream()
                .flatMap(process -> process.variables().stream())
                .filter(ProcessVariable::isPerson)
                .map(ProcessVariable::name)
                .distinct()
                .flatMap(
                        name -> runtime
                                .createVariableInstanceQuery()
                                .tenantIdIn(unitId)
                                .variableValueEquals(name, login)
                                .list()
                                .stream())
                .toList();
    }
}
