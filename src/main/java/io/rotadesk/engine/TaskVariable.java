package io.rotadesk.engine;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Reads variables of a task, and what its form shows and no table holds. The engine's own command comes first: it checks
 * whether the person may read them.
 */
final class TaskVariable {

    private TaskVariable() {}

    private static ShownValues shown(
            String taskId, CommandContext commandContext, DeployedForms forms, LookUp.Way way) {
        return ShownValues.of(commandContext.getTaskManager().findTaskById(taskId), forms, way);
    }

    static class Plain extends GetTaskVariableCmd {

        private static final long serialVersionUID = 1L;

        private final transient DeployedForms forms;
        private final transient LookUp.Way way;

        Plain(String taskId, String name, DeployedForms forms, LookUp.Way way) {
            super(taskId, name, false);
            this.forms = forms;
            this.way = way;
        }

        @Override
        public Object execute(CommandContext commandContext) {
            Object value = super.execute(commandContext);
            ShownValues shown = shown(taskId, commandContext, forms, way);
            return shown.has(variableName) ? shown.value(variableName) : value;
        }
    }

    static class Typed extends GetTaskVariableCmdTyped {

        private static final long serialVersionUID = 1L;

        private final transient DeployedForms forms;
        private final transient LookUp.Way way;

        Typed(String taskId, String name, boolean deserialize, DeployedForms forms, LookUp.Way way) {
            super(taskId, name, false, deserialize);
            this.forms = forms;
            this.way = way;
        }

        @Override
        public TypedValue execute(CommandContext commandContext) {
            TypedValue value = super.execute(commandContext);
            VariableMapImpl found = new VariableMapImpl();
            shown(taskId, commandContext, forms, way).addTo(found, List.of(variableName), deserializeValue);
            return found.containsKey(variableName) ? found.getValueTyped(variableName) : value;
        }
    }

    static class All extends GetTaskVariablesCmd {

        private static final long serialVersionUID = 1L;

        private final transient DeployedForms forms;
        private final transient LookUp.Way way;

        All(String taskId, Collection<String> names, boolean deserialize, DeployedForms forms, LookUp.Way way) {
            super(taskId, names, false, deserialize);
            this.forms = forms;
            this.way = way;
        }

        @Override
        public VariableMap execute(CommandContext commandContext) {
            var variables = (VariableMapImpl) super.execute(commandContext);
            shown(taskId, commandContext, forms, way).addTo(variables, variableNames, deserializeValues);
            return variables;
        }
    }
}
