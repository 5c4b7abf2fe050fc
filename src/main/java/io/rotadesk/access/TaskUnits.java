package io.rotadesk.access;

import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A user task whose model gives it an input named {@value UnitTenants#UNIT} belongs to that unit, even if its process
 * began in another one (P1): the people there see it, their leaders too, and those of the first unit no longer do. The
 * tenant is set before anything is written down of the task, so that its history and its authorizations agree with it.
 *
 * <p>A task whose model names nobody who could do it, since they have left or belong to another unit, goes to the
 * unit's managers or their deputies: without a list to be on, it would be forgotten.
 */
@Component
class TaskUnits extends AbstractBpmnParseListener {

    /**
     * The extension property of a user task whose next steps go to its last assignee, and which a leader may reassign.
     */
    static final String GIVEN_ON = "givenOn";

    private final ObjectProvider<TaskHolders> holders;
    private final ObjectProvider<Units> units;

    TaskUnits(ObjectProvider<TaskHolders> holders, ObjectProvider<Units> units) {
        this.holders = holders;
        this.units = units;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        // Not set at the task itself, since the engine reads its inputs after its listeners.
        give(process);
    }

    private void give(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
                boolean ownUnit = namesUnit(activity.getIoMapping());
                activity.setActivityBehavior(
                        new UserTaskActivityBehavior(new UnitTask(task.getTaskDecorator(), ownUnit)));
                activity.setProperty(GIVEN_ON, isGivenOn(activity));
            }
            give(activity);
        }
    }

    private static boolean isGivenOn(ActivityImpl activity) {
        var properties = activity.getProperties().get(BpmnProperties.EXTENSION_PROPERTIES);
        return properties != null && "true".equals(properties.get(GIVEN_ON));
    }

    private static boolean namesUnit(IoMapping mapping) {
        return mapping != null
                && mapping.getInputParameters().stream()
                        .map(InputParameter::getName)
                        .anyMatch(UnitTenants.UNIT::equals);
    }

    /** Looks for somebody who can do the task among the people whom the model names. */
    private void requireSomebody(TaskEntity task) {
        String unit = task.getTenantId();
        Collection<? extends IdentityLink> candidates =
                task.getAssignee() == null ? task.getCandidates() : List.<IdentityLink>of();
        if (unit == null || candidates.stream().anyMatch(link -> link.getGroupId() != null)) {
            return;
        }
        Set<String> named = Stream.concat(
                        Stream.of(task.getAssignee()), candidates.stream().map(IdentityLink::getUserId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!holders.getObject().standing(named, unit).isEmpty()) {
            return;
        }
        Set<String> leaders = leaders(unit);
        if (!leaders.isEmpty()) {
            if (task.getAssignee() != null) {
                task.setAssignee(null);
            }
            leaders.stream().filter(login -> !named.contains(login)).forEach(task::addCandidateUser);
        }
    }

    private Set<String> leaders(String unitId) {
        return units.getObject()
                .find(unitId)
                .map(unit -> Stream.of(unit.managers(), unit.deputies())
                        .map(logins -> holders.getObject().standing(Set.copyOf(logins), unit.id()))
                        .filter(logins -> !logins.isEmpty())
                        .findFirst()
                        .orElse(Set.of()))
                .orElse(Set.of());
    }

    private class UnitTask extends TaskDecorator {

        private final boolean ownUnit;

        UnitTask(TaskDecorator usual, boolean ownUnit) {
            super(usual.getTaskDefinition(), usual.getExpressionManager());
            this.ownUnit = ownUnit;
        }

        @Override
        public void decorate(TaskEntity task, VariableScope scope) {
            Object unit = ownUnit ? scope.getVariable(UnitTenants.UNIT) : null;
            if (unit != null) {
                task.setTenantId(unit.toString());
            }
            super.decorate(task, scope);
            requireSomebody(task);
        }
    }
}
