package io.rotadesk.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The users, groups and tenants of the engine's identity service, asked and changed in the application's own name: a
 * person whose REST request runs on the same thread has no say in it.
 */
@Component
class EngineUsers {

    private final IdentityService identity;
    private final AccountStates states;

    EngineUsers(IdentityService identity, AccountStates states) {
        this.identity = identity;
        this.states = states;
    }

    boolean passwordMatches(String login, String password) {
        return asSystem(() -> identity.checkPassword(login, password));
    }

    Optional<DeskUser> find(String login) {
        return asSystem(() -> Optional.ofNullable(
                        identity.createUserQuery().userId(login).singleResult())
                .map(user -> new DeskUser(
                        user.getId(),
                        displayName(user),
                        rolesOf(login),
                        unitsOf(login),
                        states.of(login).epoch())));
    }

    boolean anyoneIs(Role role) {
        return asSystem(
                () -> identity.createUserQuery().memberOfGroup(role.group()).count() > 0);
    }

    /** @return whether the user was made or anything about the person's rights changed */
    boolean save(Account account, Supplier<String> firstPassword) {
        return asSystem(() -> {
            User user = identity.createUserQuery().userId(account.login()).singleResult();
            boolean isNew = user == null;
            if (isNew) {
                user = identity.newUser(account.login());
                user.setPassword(firstPassword.get());
            }
            if (isNew || !account.displayName().equals(displayName(user))) {
                user.setFirstName(account.displayName());
                user.setLastName("");
                identity.saveUser(user);
            }
            boolean rolesChanged = setRoles(account.login(), account.roles());
            boolean unitsChanged = setUnits(account.login(), account.units());
            return isNew || rolesChanged || unitsChanged;
        });
    }

    void withdrawEverything(String login) {
        asSystem(() -> setRoles(login, Set.of()) | setUnits(login, Set.of()));
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

    /** @param name null to leave the name as it is, or to call a new one by its id */
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
     * Of these logins those of open accounts that belong to the unit; administrators belong to every unit.
     *
     * @param unit null for any
     */
    Set<String> inGoodStanding(Set<String> logins, String unit) {
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

    /** Runs something with nobody logged in to the engine, and logs whoever was back in. */
    <T> T asSystem(Supplier<T> action) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    /** Groups that are no role of ours were given by an administrator and stay. */
    private boolean setRoles(String login, Set<Role> wanted) {
        Set<Role> present = rolesOf(login);
        present.stream()
                .filter(role -> !wanted.contains(role))
                .forEach(role -> identity.deleteMembership(login, role.group()));
        wanted.stream()
                .filter(role -> !present.contains(role))
                .forEach(role -> identity.createMembership(login, role.group()));
        return !present.equals(wanted);
    }

    private boolean setUnits(String login, Set<String> wanted) {
        Set<String> present = unitsOf(login);
        wanted.forEach(unit -> ensureUnit(unit, null));
        present.stream()
                .filter(unit -> !wanted.contains(unit))
                .forEach(unit -> identity.deleteTenantUserMembership(unit, login));
        wanted.stream()
                .filter(unit -> !present.contains(unit))
                .forEach(unit -> identity.createTenantUserMembership(unit, login));
        return !present.equals(wanted);
    }

    private Set<Role> rolesOf(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .flatMap(group -> Role.ofGroup(group).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> unitsOf(String login) {
        return identity.createTenantQuery().userMember(login).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }

    private static String displayName(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" "));
    }
}
