package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.staff.rota.Rota;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decides who may have a task, whatever interface a person uses to assign it. The holder must be in good standing and
 * belong to the task's unit, and every task must have one. A task that belongs to a turn, such as a ringing call, moves
 * with the rota only. Assignments by our own code and by models are not checked here; {@link TaskUnits} checks the
 * people whom models name.
 */
@Component
class TaskHolders {

    private final ObjectProvider<EngineUsers> users;
    private final ObjectProvider<Rota> rota;
    private final LedUnits leaders;
    private final AccessWording words;

    TaskHolders(ObjectProvider<EngineUsers> users, ObjectProvider<Rota> rota, LedUnits leaders, AccessWording words) {
        this.users = users;
        this.rota = rota;
        this.leaders = leaders;
        this.words = words;
    }

    /**
     * Somebody sets or removes the assignee.
     *
     * @param before the old assignee; null if there was none
     * @param now the new assignee; null for none
     * @throws RefusedException if this is not allowed
     */
    void assigned(TaskEntity task, String before, String now) {
        Authentication person = person();
        if (person == null || Objects.equals(before, now)) {
            return;
        }
        String login = person.getUserId();
        if (!login.equals(now) && !login.equals(before) || before != null && now != null) {
            requireLeader(person, task, now);
        }
        requireNoTurn(task, before);
        if (now != null) {
            requireStanding(task, now);
        } else {
            requireSomebody(
                    task,
                    task.getCandidates().stream()
                            .map(IdentityLinkEntity.class::cast)
                            .toList());
        }
    }

    /**
     * Somebody makes a person the owner or a candidate of a task, or links them in another way that lets them see it.
     */
    void offered(TaskEntity task, String login) {
        Authentication person = person();
        if (person != null) {
            requireLeader(person, task, login);
            requireNoTurn(task, task.getAssignee());
            requireStanding(task, login);
        }
    }

    /** The same for a group, which must be one of ours and have a member in the unit. */
    void offeredToGroup(TaskEntity task, String group) {
        Authentication person = person();
        if (person == null) {
            return;
        }
        requireLeader(person, task, null);
        requireNoTurn(task, task.getAssignee());
        if (!hasSomebodyIn(task.getTenantId(), group)) {
            throw words.refused("access.task.group", group);
        }
    }

    /** Somebody takes a person or a group off a task. */
    void withdrawn(TaskEntity task, String login, String group, String type) {
        Authentication person = person();
        if (person == null) {
            return;
        }
        requireLeader(person, task, null);
        requireNoTurn(task, task.getAssignee());
        if (task.getAssignee() == null) {
            List<IdentityLinkEntity> left = new ArrayList<>();
            task.getCandidates().stream()
                    .map(IdentityLinkEntity.class::cast)
                    .filter(link -> !(Objects.equals(link.getUserId(), login)
                            && Objects.equals(link.getGroupId(), group)
                            && link.getType().equals(type)))
                    .forEach(left::add);
            requireSomebody(task, left);
        }
    }

    /** Those of these people who are in good standing and belong to the unit; includes all administrators. */
    Set<String> standing(Set<String> logins, String unit) {
        return logins.isEmpty() ? Set.of() : users.getObject().inGoodStanding(logins, unit);
    }

    private void requireStanding(TaskEntity task, String login) {
        if (standing(Set.of(login), task.getTenantId()).isEmpty()) {
            throw words.refused("access.task.noSuchPerson", login);
        }
    }

    private void requireSomebody(TaskEntity task, List<IdentityLinkEntity> candidates) {
        Set<String> logins = candidates.stream()
                .map(IdentityLinkEntity::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean somebody = !standing(logins, task.getTenantId()).isEmpty()
                || candidates.stream()
                        .map(IdentityLinkEntity::getGroupId)
                        .filter(Objects::nonNull)
                        .anyMatch(group -> hasSomebodyIn(task.getTenantId(), group));
        if (!somebody) {
            throw words.refused("access.task.nobody");
        }
    }

    private boolean hasSomebodyIn(String unit, String group) {
        return Role.ofGroup(group)
                .filter(role ->
                        unit == null || !users.getObject().membersOf(unit, role).isEmpty())
                .isPresent();
    }

    private void requireLeader(Authentication person, TaskEntity task, String to) {
        if (!leaders.leads(person, task.getTenantId())) {
            throw words.refused("access.task.leadersOnly", to == null ? "" : to);
        }
    }

    private void requireNoTurn(TaskEntity task, String holder) {
        if (holder == null || task.getExecution() == null || isGivenOn(task)) {
            return;
        }
        String contact = task.getExecution().getProcessBusinessKey();
        if (contact != null
                && rota.getObject().isEngaged(holder, Set.of(contact, task.getTenantId() + ":" + contact))) {
            throw words.refused("access.task.turn");
        }
    }

    /** Whether the model says that the task's next steps go to its last assignee. */
    private static boolean isGivenOn(TaskEntity task) {
        return task.getExecution().getActivity() != null
                && task.getExecution().getActivity().getActivityBehavior() instanceof UserTaskActivityBehavior
                && Boolean.TRUE.equals(task.getExecution().getActivity().getProperty(TaskUnits.GIVEN_ON));
    }

    /** The person who asks for the change; null for changes by the application and by models. */
    private static Authentication person() {
        CommandContext command = Context.getCommandContext();
        Authentication person = command.isAuthorizationCheckEnabled() ? command.getAuthentication() : null;
        return person == null || person.getUserId() == null ? null : person;
    }
}
