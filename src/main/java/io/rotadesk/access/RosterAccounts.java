package io.rotadesk.access;

import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.RosterLoaded;
import io.rotadesk.roster.Unit;
import io.rotadesk.roster.UnitKind;
import io.rotadesk.roster.UnitSaved;
import io.rotadesk.roster.Units;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the accounts in step with the roster: who is on it is an agent or, at a petition reception point, its
 * staff; who leads a unit is its manager or deputy, or the point's leader; who has left is locked out. It runs in the transaction that changes the roster. Other roles, given by an administrator, stay.
 * New accounts have no password that anybody knows; an invitation or the administrator gives one.
 */
@Component
class RosterAccounts {

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
        // Those who led it until now as well: they may lead it no longer.
        Role.LEADERS.forEach(role -> leaders.addAll(users.membersOf(unit.id(), role)));
        if (unit.kind() == UnitKind.PETITION) {
            // Who of its staff leads it takes no turns, and the other way round.
            leaders.addAll(users.membersOf(unit.id(), Role.PETITION_STAFF));
        }
        leaders.forEach(this::update);
    }

    @EventListener
    void rosterLoaded(RosterLoaded event) {
        Stream.of(event.added(), event.changed(), event.left())
                .flatMap(List::stream)
                .distinct()
                .forEach(this::update);
    }

    private void update(String login) {
        Optional<Agent> onRoster = agents.find(login);
        if (onRoster.filter(Agent::left).isPresent()) {
            accounts.close(login);
            return;
        }
        Optional<DeskUser> present = accounts.find(login);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        present.ifPresent(user -> roles.addAll(user.roles()));
        roles.removeAll(FROM_THE_ROSTER);
        Set<String> belongsTo = new HashSet<>();
        for (Unit unit : units.all()) {
            if (unit.managers().contains(login)) {
                roles.add(unit.kind() == UnitKind.LEASING ? Role.MANAGER : Role.PETITION_LEADER);
                belongsTo.add(unit.id());
            }
            if (unit.deputies().contains(login)) {
                roles.add(unit.kind() == UnitKind.LEASING ? Role.DEPUTY : Role.PETITION_LEADER);
                belongsTo.add(unit.id());
            }
        }
        boolean leads = !belongsTo.isEmpty();
        if (roles.stream().anyMatch(role -> !FROM_THE_ROSTER.contains(role))) {
            present.ifPresent(user -> belongsTo.addAll(user.units()));
        }
        onRoster.ifPresent(agent -> {
            belongsTo.add(agent.unitId());
            Unit unit = units.get(agent.unitId());
            if (unit.kind() == UnitKind.PETITION) {
                if (unit.givesTurnsTo(agent)) {
                    roles.add(Role.PETITION_STAFF);
                }
            } else if (!leads || agent.team() != null) {
                roles.add(Role.AGENT);
            }
        });
        if (roles.isEmpty()) {
            present.ifPresent(user -> accounts.close(login));
            return;
        }
        String name = onRoster.map(Agent::name)
                .or(() -> present.map(DeskUser::displayName))
                .orElse(login);
        accounts.save(new Account(login, name, roles, belongsTo));
    }
}
