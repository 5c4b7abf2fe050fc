package io.rotadesk.access;

import io.rotadesk.engine.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and changes the users, groups and tenants of the engine's identity service in the application's own name: the
 * rights of a person whose REST request runs on the same thread do not matter.
 */
@Component
class EngineUsers {

    private static final Logger log = LoggerFactory.getLogger(EngineUsers.class);

    private final IdentityService identity;
    private final Actor actor;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;
    private final AccountStates states;
    private final PasswordHash hash;
    private final RememberedPasswords remembered;

    EngineUsers(
            IdentityService identity,
            Actor actor,
            ProcessEngine engine,
            JdbcClient jdbc,
            AccountStates states,
            PasswordHash hash,
            RememberedPasswords remembered) {
        this.identity = identity;
        this.actor = actor;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.jdbc = jdbc;
        this.states = states;
        this.hash = hash;
        this.remembered = remembered;
    }

    boolean passwordMatches(String login, String password) {
        boolean right = asSystem(() -> identity.checkPassword(login, password));
        if (right) {
            remembered.remember(login, password, keptPassword(login));
        }
        return right;
    }

    /** Whether the password was checked a short time ago, and has not changed since. */
    boolean remembers(String login, String password) {
        return remembered.remembers(login, password, keptPassword(login));
    }

    /** Replaces the hash of a password that was just checked, if it is of an older kind. */
    void renewHash(String login, String password) {
        if (!hash.isOutdated(keptPassword(login))) {
            return;
        }
        try {
            asSystem(() -> {
                User user = identity.createUserQuery().userId(login).singleResult();
                user.setPassword(password);
                identity.saveUser(user);
                return null;
            });
        } catch (OptimisticLockingException e) {
            log.debug("Another request replaces the password hash of {} at the same time", login);
        }
    }

    private String keptPassword(String login) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :login")
                .param("login", login)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    Optional<SignedInUser> find(String login) {
        return Optional.ofNullable(find(List.of(login)).get(login));
    }

    /** @return the users that exist, by login */
    Map<String, SignedInUser> find(Collection<String> logins) {
        Map<String, SignedInUser> found = new HashMap<>();
        jdbc.sql("""
            select u.id_, concat_ws(' ', nullif(trim(u.first_), ''), nullif(trim(u.last_), '')) as name,
              array(select group_id_ from act_id_membership where user_id_ = u.id_) as roles,
              array(select tenant_id_ from act_id_tenant_member where user_id_ = u.id_) as units,
              coalesce(a.epoch, 0) as epoch
            from act_id_user u left join account a on a.login = u.id_
            where u.id_ = any (:logins)\
            """).param("logins", logins.toArray(String[]::new)).query((RowCallbackHandler)
                row -> found.put(row.getString("id_"), user(row)));
        return found;
    }

    private static SignedInUser user(ResultSet row) throws SQLException {
        String[] groups = (String[]) row.getArray("roles").getArray();
        String[] units = (String[]) row.getArray("units").getArray();
        return new SignedInUser(
                row.getString("id_"),
                row.getString("name"),
                Stream.of(groups).flatMap(group -> Role.ofGroup(group).stream()).collect(Collectors.toSet()),
                Set.of(units),
                row.getInt("epoch"));
    }

    boolean anyoneIs(Role role) {
        return asSystem(
                () -> identity.createUserQuery().memberOfGroup(role.group()).count() > 0);
    }

    /**
     * Creates the users, or changes them to match, all at once. New users have no password.
     *
     * @param present those of them that exist
     * @return the logins of existing users whose rights changed
     */
    Set<String> save(Collection<Account> wanted, Map<String, SignedInUser> present) {
        return asSystem(() -> {
            wanted.stream()
                    .flatMap(account -> account.units().stream())
                    .distinct()
                    .forEach(unit -> ensureUnit(unit, null));
            return engine.getCommandExecutorTxRequired().execute(command -> {
                wanted.stream()
                        .filter(account -> !present.containsKey(account.login()))
                        .forEach(account -> rename(identity.newUser(account.login()), account.displayName()));
                Map<String, String> renamed = wanted.stream()
                        .filter(account -> present.containsKey(account.login()))
                        .filter(account -> !account.displayName()
                                .equals(present.get(account.login()).displayName()))
                        .collect(Collectors.toMap(Account::login, Account::displayName));
                if (!renamed.isEmpty()) {
                    identity.createUserQuery()
                            .userIdIn(renamed.keySet().toArray(String[]::new))
                            .list()
                            .forEach(user -> rename(user, renamed.get(user.getId())));
                }
                return wanted.stream()
                        .filter(account -> setRights(account, present.get(account.login())))
                        .map(Account::login)
                        .collect(Collectors.toSet());
            });
        });
    }

    private void rename(User user, String displayName) {
        user.setFirstName(displayName);
        user.setLastName("");
        identity.saveUser(user);
    }

    /** @return whether the rights of an existing user changed */
    private boolean setRights(Account account, SignedInUser present) {
        String login = account.login();
        boolean isNew = present == null;
        boolean rolesChanged = setRoles(login, isNew ? Set.of() : present.roles(), account.roles());
        boolean unitsChanged = setUnits(login, isNew ? Set.of() : present.units(), account.units());
        return !isNew && (rolesChanged || unitsChanged);
    }

    void withdrawEverything(String login) {
        find(login)
                .ifPresent(user -> asSystem(
                        () -> setRoles(login, user.roles(), Set.of()) | setUnits(login, user.units(), Set.of())));
    }

    void setPassword(String login, String password) {
        asSystem(() -> {
            User user = identity.createUserQuery().userId(login).singleResult();
            if (user == null) {
                throw new IllegalArgumentException("There is no account " + login);
            }
            user.setPassword(password);
            identity.saveUser(user);
            identity.unlockUser(login);
            return null;
        });
    }

    void unlock(String login) {
        asSystem(() -> {
            identity.unlockUser(login);
            return null;
        });
    }

    void ensureGroup(String id, String name) {
        asSystem(() -> {
            Group group = identity.createGroupQuery().groupId(id).singleResult();
            if (group == null) {
                group = identity.newGroup(id);
            } else if (name.equals(group.getName())) {
                return null;
            }
            group.setName(name);
            group.setType("ROTA_DESK");
            identity.saveGroup(group);
            return null;
        });
    }

    /** @param name null to leave the name as it is; a new one is then named by its id */
    void ensureUnit(String unit, String name) {
        asSystem(() -> {
            Tenant tenant = identity.createTenantQuery().tenantId(unit).singleResult();
            if (tenant == null) {
                tenant = identity.newTenant(unit);
                tenant.setName(name == null ? unit : name);
                identity.saveTenant(tenant);
            } else if (name != null && !name.equals(tenant.getName())) {
                tenant.setName(name);
                identity.saveTenant(tenant);
            }
            return null;
        });
    }

    /** @return logins of the unit's members who have the role */
    Set<String> membersOf(String unit, Role role) {
        return asSystem(
                () -> identity.createUserQuery().memberOfTenant(unit).memberOfGroup(role.group()).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toSet()));
    }

    /**
     * Those of these logins that have an open account and belong to the unit; administrators belong to every unit.
     *
     * @param unit null for any
     */
    Set<String> inGoodStanding(Set<String> logins, String unit) {
        return states.standing(logins, unit, () -> askForStanding(logins, unit));
    }

    private Set<String> askForStanding(Set<String> logins, String unit) {
        Set<String> standing = asSystem(() -> named(logins, unit).collect(Collectors.toSet()));
        if (unit != null && standing.size() < logins.size()) {
            Set<String> administrators = asSystem(() -> identity
                    .createUserQuery()
                    .userIdIn(logins.toArray(String[]::new))
                    .memberOfGroup(Role.ADMINISTRATOR.group())
                    .list()
                    .stream()
                    .map(User::getId)
                    .collect(Collectors.toSet()));
            standing.addAll(administrators);
        }
        standing.removeAll(states.closed(standing));
        return standing;
    }

    private Stream<String> named(Set<String> logins, String unit) {
        var query = identity.createUserQuery().userIdIn(logins.toArray(String[]::new));
        return (unit == null ? query : query.memberOfTenant(unit))
                .list().stream().map(User::getId);
    }

    /** @return logins of everybody who belongs to one of the units */
    Set<String> membersOf(Set<String> units) {
        return asSystem(() -> units.stream()
                .flatMap(unit -> identity.createUserQuery().memberOfTenant(unit).list().stream())
                .map(User::getId)
                .collect(Collectors.toSet()));
    }

    /** Runs something with nobody logged in to the engine, and then restores the login. */
    <T> T asSystem(Supplier<T> action) {
        return actor.inTheApplicationsName(action);
    }

    /** Groups that are not one of our roles were given by an administrator, and stay. */
    private boolean setRoles(String login, Set<Role> present, Set<Role> wanted) {
        present.stream()
                .filter(role -> !wanted.contains(role))
                .forEach(role -> identity.deleteMembership(login, role.group()));
        wanted.stream()
                .filter(role -> !present.contains(role))
                .forEach(role -> identity.createMembership(login, role.group()));
        return !present.equals(wanted);
    }

    private boolean setUnits(String login, Set<String> present, Set<String> wanted) {
        present.stream()
                .filter(unit -> !wanted.contains(unit))
                .forEach(unit -> identity.deleteTenantUserMembership(unit, login));
        wanted.stream()
                .filter(unit -> !present.contains(unit))
                .forEach(unit -> identity.createTenantUserMembership(unit, login));
        return !present.equals(wanted);
    }
}
