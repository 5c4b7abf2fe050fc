package io.rotadesk.setup;

import io.rotadesk.access.Account;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.DeskUser;
import io.rotadesk.access.Role;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.Unit;
import io.rotadesk.roster.Units;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Keeps accounts in step with the rosters: who works in a unit or leads it can log in, who has left cannot. */
@Component
class StaffAccounts {

    /** What the rosters decide; any other role was given by an administrator and stays. */
    private static final Set<Role> BY_ROSTER = EnumSet.of(Role.AGENT, Role.MANAGER, Role.DEPUTY);

    private final Accounts accounts;
    private final Units units;
    private final Agents agents;

    StaffAccounts(Accounts accounts, Units units, Agents agents) {
        this.accounts = accounts;
        this.units = units;
        this.agents = agents;
    }

    /** Brings the accounts of these people up to date; a new one has no password that anybody knows. */
    void follow(Collection<String> logins) {
        List<Unit> all = units.all();
        new TreeSet<>(logins).forEach(login -> follow(login, all));
    }

    private void follow(String login, List<Unit> all) {
        Optional<DeskUser> present = accounts.find(login);
        Optional<Agent> agent = agents.find(login).filter(one -> !one.left());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> belongsTo = new TreeSet<>();
        present.map(DeskUser::roles).ifPresent(roles::addAll);
        roles.removeAll(BY_ROSTER);
        for (Unit unit : all) {
            if (unit.managers().contains(login)) {
                roles.add(Role.MANAGER);
                belongsTo.add(unit.id());
            }
            if (unit.deputies().contains(login)) {
                roles.add(Role.DEPUTY);
                belongsTo.add(unit.id());
            }
        }
        if (agent.isPresent() && (agent.get().team() != null || belongsTo.isEmpty())) {
            roles.add(Role.AGENT);
        }
        agent.map(Agent::unitId).ifPresent(belongsTo::add);
        if (!roles.isEmpty()) {
            String name = agent.map(Agent::name)
                    .or(() -> present.map(DeskUser::displayName))
                    .orElse(login);
            accounts.save(new Account(login, name, roles, belongsTo));
        } else if (present.isPresent()) {
            accounts.close(login);
        }
    }
}
