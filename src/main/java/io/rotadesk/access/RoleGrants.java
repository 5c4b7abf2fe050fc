package io.rotadesk.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * Grants each role its permissions in the engine: to groups, never to single people. The tenant check limits all of
 * them to the person's units, and {@link OwnTasksOnly} adds each person's own tasks.
 */
@Component
class RoleGrants {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";

    /** The processes that an agent may start from Tasklist. */
    private static final List<String> STARTED_BY_AGENTS =
            List.of("call-handling", "visit-reception", "manager-escalation", "ownership-dispute");

    /** Managers announce visitors too, when they are at the door. */
    private static final String STARTED_BY_MANAGERS_TOO = "visit-reception";

    /** The people at a reception point register petitioners. */
    private static final String STARTED_BY_PETITION_POINTS = "petition-reception";

    /** What follows the reception of a petitioner: its tasks say to which process they belong. */
    private static final List<String> CALLED_BY_PETITIONS =
            List.of("matter-handling", "matter-transfer", "matter-review", "scene-response");

    /** Only leaders ask for reports upward. */
    private static final String STARTED_BY_PETITION_LEADERS = "petition-summary";

    private record Grant(Role role, Resource resource, String id, Permission... permissions) {}

    private final AuthorizationService authorizations;

    RoleGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    private static List<Grant> grants() {
        return Stream.of(
                        agents(),
                        managers(Role.MANAGER),
                        managers(Role.DEPUTY),
                        petitionStaff(),
                        petitionLeaders(),
                        processOwners(),
                        administrators())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> agents() {
        return Stream.concat(
                        starts(Role.AGENT, STARTED_BY_AGENTS.toArray(String[]::new)),
                        Stream.of(new Grant(Role.AGENT, APPLICATION, TASKLIST, ACCESS)))
                .toList();
    }

    private static List<Grant> managers(Role role) {
        return Stream.concat(starts(role, STARTED_BY_MANAGERS_TOO), leaders(role).stream())
                .toList();
    }

    private static Stream<Grant> starts(Role role, String... processes) {
        return Stream.concat(
                Stream.of(processes)
                        .map(process -> new Grant(
                                role, PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ, CREATE_INSTANCE)),
                Stream.of(new Grant(role, PROCESS_INSTANCE, ANY, CREATE)));
    }

    private static List<Grant> leaders(Role role) {
        return List.of(
                new Grant(role, APPLICATION, TASKLIST, ACCESS),
                // They see the names of people who have tasks, and of those to whom a task can be assigned.
                new Grant(role, USER, ANY, READ),
                new Grant(
                        role,
                        PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        READ_TASK,
                        TASK_WORK,
                        TASK_ASSIGN,
                        READ_INSTANCE));
    }

    private static List<Grant> petitionStaff() {
        Stream<Grant> called = CALLED_BY_PETITIONS.stream()
                .map(process ->
                        new Grant(Role.PETITION_STAFF, PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ));
        return Stream.of(
                        starts(Role.PETITION_STAFF, STARTED_BY_PETITION_POINTS),
                        called,
                        Stream.of(new Grant(Role.PETITION_STAFF, APPLICATION, TASKLIST, ACCESS)))
                .flatMap(grants -> grants)
                .toList();
    }

    /** They see all of their unit's tasks, as managers do, and start none of a leasing department's processes. */
    private static List<Grant> petitionLeaders() {
        return Stream.concat(
                        starts(Role.PETITION_LEADER, STARTED_BY_PETITION_POINTS, STARTED_BY_PETITION_LEADERS),
                        leaders(Role.PETITION_LEADER).stream())
                .toList();
    }

    private static List<Grant> processOwners() {
        Role owner = Role.PROCESS_OWNER;
        return List.of(
                new Grant(owner, APPLICATION, TASKLIST, ACCESS),
                new Grant(owner, APPLICATION, COCKPIT, ACCESS),
                new Grant(owner, DEPLOYMENT, ANY, CREATE, READ, DELETE),
                new Grant(
                        owner,
                        PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.UPDATE,
                        ProcessDefinitionPermissions.DELETE,
                        SUSPEND,
                        READ_INSTANCE,
                        UPDATE_INSTANCE,
                        SUSPEND_INSTANCE,
                        RETRY_JOB,
                        READ_HISTORY,
                        READ_TASK),
                new Grant(owner, PROCESS_INSTANCE, ANY, READ, UPDATE),
                new Grant(owner, DECISION_DEFINITION, ANY, ALL),
                new Grant(owner, DECISION_REQUIREMENTS_DEFINITION, ANY, ALL));
    }

    private static List<Grant> administrators() {
        return Arrays.stream(Resources.values())
                .map(resource -> new Grant(Role.ADMINISTRATOR, resource, ANY, ALL))
                .toList();
    }

    /**
     * Creates missing permissions and corrects different ones; additional permissions given by an administrator stay.
     */
    void apply() {
        grants().forEach(grant -> grant(grant.role(), grant.resource(), grant.id(), grant.permissions()));
    }

    void grant(Role role, Resource resource, String id, Permission... permissions) {
        Authorization present = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (present instanceof AuthorizationEntity entity && entity.getPermissions() == value(permissions)) {
            return;
        }
        Authorization wanted = present == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : present;
        wanted.setGroupId(role.group());
        wanted.setResource(resource);
        wanted.setResourceId(id);
        wanted.setPermissions(permissions);
        authorizations.saveAuthorization(wanted);
    }

    private static int value(Permission... permissions) {
        return Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
    }
}
