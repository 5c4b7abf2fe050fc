package io.rotadesk.access;

import java.util.Arrays;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * Before the first request: groups, what they may do, their lists in Tasklist, and an administrator if there is none.
 * Doing it again changes nothing, and several nodes that start together do it one after the other.
 */
@Component
class AccessSetup implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AccessSetup.class);
    private static final long LOCK = 7_240_030;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EngineUsers users;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final TasklistFilters filters;
    private final AccessSettings settings;

    AccessSetup(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EngineUsers users,
            Accounts accounts,
            RoleGrants grants,
            TasklistFilters filters,
            AccessSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.users = users;
        this.accounts = accounts;
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
            if (!settings.demo() && !users.anyoneIs(Role.ADMINISTRATOR)) {
                createFirstAdministrator();
            }
        });
    }

    private void createFirstAdministrator() {
        String login = settings.admin().login();
        Account account = new Account(
                login, settings.language().pick("管理员", "Administrator"), Set.of(Role.ADMINISTRATOR), Set.of());
        if (StringUtils.hasText(settings.admin().password())) {
            try {
                accounts.createWithPassword(account, settings.admin().password());
            } catch (UnfitPasswordException e) {
                throw new IllegalStateException(
                        "The password in ROTADESK_ADMIN_PASSWORD (rotadesk.admin.password) cannot be"
                                + " used: it needs at least " + PasswordRules.MINIMUM_LENGTH
                                + " characters, must not be the login and must not be a common one",
                        e);
            }
            log.info("Made the first administrator {} with the password from the environment", login);
        } else {
            String password = Secrets.random().substring(0, 20);
            accounts.createWithPassword(account, password);
            // Not through the log, which is kept and read by others.
            System.out.printf(
                    "%n  The first administrator: login %s, password %s%n  This is shown once. Change it after the first login.%n%n",
                    login, password);
        }
    }
}
