package io.rotadesk.access;

import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up, before the first request, the groups, their permissions, their lists in Tasklist, and an administrator if
 * there is none. A second run changes nothing, and several nodes that start together run it one after the other.
 */
@Component
class AccessSetup implements SmartInitializingSingleton {

    private static final long LOCK = 7_240_030;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EngineUsers users;
    private final FirstAdministrator firstAdministrator;
    private final RoleGrants grants;
    private final TasklistFilters filters;
    private final AccessSettings settings;

    AccessSetup(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EngineUsers users,
            FirstAdministrator firstAdministrator,
            RoleGrants grants,
            TasklistFilters filters,
            AccessSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.users = users;
        this.firstAdministrator = firstAdministrator;
        this.grants = grants;
        this.filters = filters;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .listOfRows();
            Arrays.stream(Role.values())
                    .forEach(role -> users.ensureGroup(role.group(), role.groupName(settings.language())));
            grants.apply();
            filters.apply();
            firstAdministrator.ensure();
        });
    }
}
