package io.rotadesk.access;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A user task whose model gives it an input named {@value UnitTenants#UNIT} belongs to that unit, whichever unit its
 * process began in (P1): the people there see it, their leaders too, and those of the first unit no longer do. The tenant
 * is set before anything is written down of the task, so that its history and its authorizations agree with it.
 */
class TaskUnits extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        // Not at the task itself: the engine reads its inputs after its listeners.
        give(process);
    }

    private static void give(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task
                    && namesUnit(activity.getIoMapping())) {
                activity.setActivityBehavior(new UserTaskActivityBehavior(new UnitTask(task.getTaskDecorator())));
            }
            give(activity);
        }
    }

    private static boolean namesUnit(IoMapping mapping) {
        return mapping != null
                && mapping.getInputParameters().stream()
                        .map(InputParameter::getName)
                        .anyMatch(UnitTenants.UNIT::equals);
    }

    private static class UnitTask extends TaskDecorator {

        UnitTask(TaskDecorator usual) {
            super(usual.getTaskDefinition(), usual.getExpressionManager());
        }

        @Override
        public void decorate(TaskEntity task, VariableScope scope) {
            Object unit = scope.getVariable(UnitTenants.UNIT);
            if (unit != null) {
                task.setTenantId(unit.toString());
            }
            super.decorate(task, scope);
        }
    }
}
