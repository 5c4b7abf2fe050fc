package io.rotadesk.access;

import io.rotadesk.staff.roster.RosterNames;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.RosterLoaded;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the accounts in step with the roster. People on it become agents or, at a petition reception point, its staff;
 * people who lead a unit become its managers or deputies, or the point's leaders; people who left are locked out. It
 * runs in the transaction that changes the roster. Other roles, given by an administrator, stay whatever a roster says,
 * and so does the account. New accounts have no password; an invitation or the administrator gives one.
 */
@Component
class RosterAccounts implements RosterNames {

    private static final Set<Role> FROM_THE_ROSTER =
            EnumSet.of(Role.AGENT, Role.MANAGER, Role.DEPUTY, Role.PETITION_STAFF, Role.PETITION_LEADER);

    private final Accounts accounts;
    private final EngineUsers users;
    private final Agents agents;
    private final Units units;

    RosterAccounts(Accounts accounts, EngineUsers users, Agents agents, Units units) {
        this.accounts = accounts;
        this.users = users;
        this.agents = agents;
        this.units = units;
    }

    @EventListener
    void unitSaved(UnitSaved event) {
        Unit unit = event.unit();
        users.ensureUnit(unit.id(), unit.name());
        Set<String> leaders = new HashSet<>(unit.managers());
        leaders.addAll(unit.deputies());
        // Includes the people who led it until now, since they may no longer lead it.
        Role.LEADERS.forEach(role -> leaders.addAll(users.membersOf(unit.id(), role)));
        if (unit.kind() == UnitKind.PETITION) {
            // Its leaders take no turns, so a change of leaders changes the roles of its staff too.
            leaders.addAll(users.membersOf(unit.id(), Role.PETITION_STAFF));
        }
        update(leaders);
    }

    @EventListener
    void rosterLoaded(RosterLoaded event) {
        update(Stream.of(event.added(), event.changed(), event.left())
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
    }

    /** Administrators and process owners outside the unit: a slip in a file must not change their accounts. */
    @Override
    public Set<String> notForRosterOf(Unit unit, Collection<String> newcomers) {
        return users.find(newcomers).values().stream()
                .filter(user -> !FROM_THE_ROSTER.containsAll(user.roles()))
                .filter(user -> !user.units().contains(unit.id()))
                .map(SignedInUser::login)
                .filter(login -> !unit.ledBy(login))
                .collect(Collectors.toSet());
    }

    private void update(Collection<String> logins) {
        Map<String, Agent> onRoster = agents.find(logins);
        Map<String, SignedInUser> present = users.find(logins);
        Map<String, Unit> all = units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<Account> wanted = new ArrayList<>();
        for (String login : logins) {
            Optional<SignedInUser> user = Optional.ofNullable(present.get(login));
            Optional<Account> account = account(login, Optional.ofNullable(onRoster.get(login)), user, all);
            account.ifPresentOrElse(wanted::add, () -> user.ifPresent(known -> accounts.close(login)));
        }
        accounts.save(wanted);
    }

    /** @return empty for a person who has no role any more */
    private static Optional<Account> account(
            String login, Optional<Agent> onRoster, Optional<SignedInUser> present, Map<String, Unit> units) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        present.ifPresent(user -> roles.addAll(user.roles()));
        roles.removeAll(FROM_THE_ROSTER);
        Set<String> belongsTo = new HashSet<>();
        boolean hasOtherRoles = !roles.isEmpty();
        if (hasOtherRoles) {
            present.ifPresent(user -> belongsTo.addAll(user.units()));
        }
        Optional<String> leftUnit = onRoster.filter(Agent::left).map(Agent::unitId);
        boolean leads = false;
        for (Unit unit : units.values()) {
            // A person who has left a unit no longer leads it, even if no successor is named yet.
            if (unit.ledBy(login) && leftUnit.filter(unit.id()::equals).isEmpty()) {
                leads = true;
                belongsTo.add(unit.id());
                roles.addAll(rolesOfLeader(unit, login));
            }
        }
        Optional<Agent> working = onRoster.filter(agent -> !agent.left());
        if (working.isPresent()) {
            Agent agent = working.get();
            belongsTo.add(agent.unitId());
            Unit unit = units.get(agent.unitId());
            if (unit.kind() == UnitKind.PETITION) {
                if (unit.givesTurnsTo(agent)) {
                    roles.add(Role.PETITION_STAFF);
                }
            } else if (!leads || agent.team() != null) {
                roles.add(Role.AGENT);
            }
        }
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        String name = onRoster.map(Agent::name)
                .or(() -> present.map(SignedInUser::displayName))
                .orElse(login);
        return Optional.of(new Account(login, name, roles, belongsTo));
    }

    private static Set<Role> rolesOfLeader(Unit unit, String login) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (unit.managers().contains(login)) {
            roles.add(unit.kind() == UnitKind.LEASING ? Role.MANAGER : Role.PETITION_LEADER);
        }
        if (unit.deputies().contains(login)) {
            roles.add(unit.kind() == UnitKind.LEASING ? Role.DEPUTY : Role.PETITION_LEADER);
        }
        return roles;
    }
}
