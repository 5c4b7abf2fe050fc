package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The short check gives the same rights to a task as the engine's own checks. */
class LeanAuthorizationsTest extends AccessTest {

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    SpringProcessEngineConfiguration engine;

    private String agent;
    private String manager;
    private Task task;

    @BeforeEach
    void aTaskOfAnAgent() {
        String unit = unique("unit");
        agent = person(unit, Role.AGENT);
        manager = person(unit, Role.MANAGER);
        task = taskFor(unit, agent);
    }

    @Test
    void theEngineUsesThem() {
        Command<Object> inUse = CommandContext::getAuthorizationManager;
        assertThat(engine.getCommandExecutorTxRequired().execute(inUse)).isInstanceOf(LeanAuthorizations.class);
    }

    @Test
    void managerMayByTheRightsOfTheGroup() {
        assertThat(submits(manager)).isTrue();
    }

    @Test
    void aRevocationOfAPersonCountsAgainstTheirGroup() {
        revoke(
                manager,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.UPDATE_TASK);
        assertThat(submits(manager)).isFalse();
    }

    @Test
    void aRevocationOfTheTaskCountsAgainstTheGroup() {
        revoke(manager, Resources.TASK, task.getId(), TaskPermissions.TASK_WORK, TaskPermissions.UPDATE);
        assertThat(submits(manager)).isFalse();
    }

    @Test
    void ownTaskThatMayOnlyBeReadCannotBeSubmitted() {
        Authorization own = authorizations
                .createAuthorizationQuery()
                .userIdIn(agent)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .singleResult();
        own.setPermissions(new Permission[] {Permissions.READ});
        authorizations.saveAuthorization(own);
        assertThat(submits(agent)).isFalse();
    }

    private boolean submits(String login) {
        return post(login, "/engine-rest/task/" + task.getId() + "/submit-form", noVariables())
                .getStatusCode()
                .is2xxSuccessful();
    }

    private void revoke(String login, Resource resource, String id, Permission... permissions) {
        Authorization revocation = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revocation.setUserId(login);
        revocation.setResource(resource);
        revocation.setResourceId(id);
        revocation.setPermissions(permissions);
        authorizations.saveAuthorization(revocation);
    }
}
