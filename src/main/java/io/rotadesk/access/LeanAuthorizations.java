package io.rotadesk.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The engine's authorization checks with the same answers and less work. Before each check the engine reads the groups
 * of the whole authorization table, which has rows for every open task. It also asks for everything that could allow
 * something in one statement, and building that statement takes longer than the rest of completing a task.
 */
class LeanAuthorizations extends AuthorizationManager {

    private final LedUnits leaders;
    private final HiddenValues values;
    private final Supplier<LastAdministrator> lastAdministrator;

    LeanAuthorizations(LedUnits leaders, HiddenValues values, Supplier<LastAdministrator> lastAdministrator) {
        this.leaders = leaders;
        this.values = values;
        this.lastAdministrator = lastAdministrator;
    }

    /** People see their own account and, if they may see others, those of their own units. */
    @Override
    @SuppressWarnings("rawtypes") // As the engine declares it.
    public void configureQuery(AbstractQuery query, Resource resource) {
        super.configureQuery(query, resource);
        Authentication person = getCurrentAuthentication();
        if (resource == Resources.USER
                && query instanceof UserQueryImpl accounts
                && query.getAuthCheck().isAuthorizationCheckEnabled()
                && person != null
                && !LedUnits.isAdministrator(person)) {
            Set<String> seen = new HashSet<>(leaders.colleagues(person));
            if (accounts.getIds() != null) {
                seen.retainAll(Set.of(accounts.getIds()));
            }
            // No login is empty, so this matches nobody; an empty list would mean no condition.
            accounts.userIdIn(seen.isEmpty() ? new String[] {""} : seen.toArray(String[]::new));
        }
    }

    /** Every query comes through here, including those that another command makes, such as a stored filter's. */
    @Override
    public void configureQuery(ListQueryParameterObject query) {
        super.configureQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled()
                && HiddenValues.areHiddenFrom(getCurrentAuthentication(), getCommandContext())) {
            values.checkConditions(query);
        }
    }

    /**
     * The engine leaves out groups without an authorization. Asking for them adds nothing, and our people have few
     * groups.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null || groups.isEmpty() ? EMPTY_LIST : new ArrayList<>(groups);
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
        return isOwn(user, check) || super.isAuthorized(user, groups, check);
    }

    /**
     * Whether the person has an authorization for exactly this task. Among alternatives the first one that has an
     * answer counts, and in it an authorization of this person for this resource comes before everything else,
     * including revocations.
     */
    private boolean isOwn(String user, CompositePermissionCheck check) {
        if (user == null
                || !check.isDisjunctive()
                || !check.getCompositeChecks().isEmpty()
                || check.getAtomicChecks().isEmpty()) {
            return false;
        }
        PermissionCheck first = check.getAtomicChecks().get(0);
        if (first.getResource() != Resources.TASK
                || first.getResourceId() == null
                || !check.getAtomicChecks().stream().allMatch(this::isResourceValidForPermission)) {
            return false;
        }
        AuthorizationEntity given = findAuthorizationByUserIdAndResourceId(
                Authorization.AUTH_TYPE_GRANT, user, Resources.TASK, first.getResourceId());
        return given != null && given.isPermissionGranted(first.getPermission());
    }

    /**
     * Every list of tasks and every count comes through here. A person who leads one unit and works in another sees all
     * tasks of the first, and only their own tasks of the second.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        Authentication person = getCurrentAuthentication();
        if (query.getAuthCheck().isAuthorizationCheckEnabled()
                && person != null
                && !LedUnits.is(person, Role.PROCESS_OWNER)) {
            leaders.narrowed(person).ifPresent(led -> narrow(query, person, led));
        }
    }

    private static void narrow(TaskQueryImpl query, Authentication person, Set<String> led) {
        TaskQuery theirs = query.or().taskInvolvedUser(person.getUserId());
        List<String> groups = LedUnits.workersGroups(person);
        if (!groups.isEmpty()) {
            theirs.taskCandidateGroupIn(groups);
        }
        if (!led.isEmpty()) {
            theirs.tenantIdIn(led.toArray(String[]::new));
        }
        theirs.endOr();
    }

    @Override
    public void insert(DbEntity authorization) {
        requireAdministratorsKeepTheirs((AuthorizationEntity) authorization);
        super.insert(authorization);
    }

    @Override
    public void update(AuthorizationEntity authorization) {
        requireAdministratorsKeepTheirs(authorization);
        requireAdministratorsKeepTheirs(
                getDbEntityManager().selectById(AuthorizationEntity.class, authorization.getId()));
        super.update(authorization);
    }

    @Override
    public void delete(DbEntity authorization) {
        requireAdministratorsKeepTheirs((AuthorizationEntity) authorization);
        super.delete(authorization);
    }

    /** Nobody may take away the rights that the application gave to administrators. */
    private void requireAdministratorsKeepTheirs(AuthorizationEntity changed) {
        if (changed == null || getCurrentAuthentication() == null) {
            return;
        }
        boolean revokes = changed.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE;
        if (Role.ADMINISTRATOR.group().equals(changed.getGroupId())
                || revokes
                        && changed.getUserId() != null
                        && lastAdministrator.get().isAdministrator(changed.getUserId())) {
            throw lastAdministrator.get().refusal("access.administrators.stay");
        }
    }

    /** Replaces the engine's own. */
    static SessionFactory factory(
            LedUnits leaders, HiddenValues values, Supplier<LastAdministrator> lastAdministrator) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new LeanAuthorizations(leaders, values, lastAdministrator);
            }
        };
    }
}
