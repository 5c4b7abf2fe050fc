package io.rotadesk.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.ConditionalEventDefinition;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The variables that a user task reads besides its form: in its timers and those of its boundary events, in conditions,
 * outputs, listeners, and for its people and times. An input of such a name must be a variable while the task is open.
 */
final class ReadBesideForm {

    private ReadBesideForm() {}

    /** @param task a parsed user task with everything that the parser has attached to it */
    static Set<String> names(ActivityImpl task) {
        Set<String> names = new HashSet<>();
        new ParsedParts(task).forEach(part -> {
            if (part instanceof InputParameter) {
                // Inputs are evaluated outside the task, where other inputs of it are not seen.
                return false;
            }
            if (part instanceof JuelExpression expression) {
                names.addAll(new ModelExpression(expression.getExpressionText()).names());
            } else if (part instanceof ConditionalEventDefinition condition && condition.getVariableName() != null) {
                names.add(condition.getVariableName());
            }
            return AllowedParts.holdsMore(part);
        });
        return names;
    }
}
