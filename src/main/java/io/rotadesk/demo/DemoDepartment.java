package io.rotadesk.demo;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The department {@code guangan}: eight agents in two teams, one of them on leave, a manager, a deputy, a process owner,
 * an administrator, and customers with earlier contacts. Everybody's password, and the phone token, is {@code demo}.
 */
@Component
@ConditionalOnProperty("rotadesk.demo")
class DemoDepartment {

    static final String UNIT = "guangan";
    static final String SECRET = "demo";

    private final Units units;
    private final Roster roster;
    private final Agents agents;
    private final Presence presence;
    private final Customers customers;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final DemoHandbook handbook;
    private final Clock clock;

    DemoDepartment(
            Units units,
            Roster roster,
            Agents agents,
            Presence presence,
            Customers customers,
            Accounts accounts,
            ApiTokens tokens,
            DemoHandbook handbook,
            Clock clock) {
        this.units = units;
        this.roster = roster;
        this.agents = agents;
        this.presence = presence;
        this.customers = customers;
        this.accounts = accounts;
        this.tokens = tokens;
        this.handbook = handbook;
        this.clock = clock;
    }

    /** Founds the department, once; a later start leaves it as people have changed it. */
    @Transactional
    public void found() {
        if (units.find(UNIT).isPresent()) {
            return;
        }
        units.save(new Unit(
                UNIT,
                "广安世纪招商部",
                "广安世纪",
                null,
                List.of("manager"),
                List.of("deputy"),
                // The day has begun, at whatever time somebody tries it out, and it rings before anybody has logged in.
                UnitSettings.defaults().with("dutyBegins", "00:00").with("turnsNeedPage", List.of())));
        RosterLoad load = roster.load(UNIT, rosterFile());
        if (!load.accepted()) {
            throw new IllegalStateException("The demo roster was refused: " + load.errors());
        }
        agents.inUnit(UNIT).stream().filter(agent -> agent.team() != null).forEach(agent -> account(agent, Role.AGENT));
        account(agents.get("manager"), Role.MANAGER);
        account(agents.get("deputy"), Role.DEPUTY);
        accounts.createDemo("owner", "流程负责人", Set.of(Role.PROCESS_OWNER), UNIT, SECRET);
        accounts.createDemo("admin", "系统管理员", Set.of(Role.ADMINISTRATOR), null, SECRET);
        handbook.fillIn(UNIT, "owner");
        tokens.register(UNIT, "演示电话系统", SECRET);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), units.get(UNIT).settings().zone());
        presence.leave("wangshu", today, today.plusDays(13), "年假");
        customer("何先生", "+8613800000001", "zhouyun", ContactKind.CALL, Duration.ofDays(2));
        customer("许女士", "+8613800000002", "zhaomin", ContactKind.VISIT, Duration.ofDays(5));
        customer("吕先生", "+8613800000003", "qianbo", ContactKind.CALL, Duration.ofDays(20));
        customer("施女士", "+8613800000004", "wangshu", ContactKind.CALL, Duration.ofDays(1));
        customer("恒顺餐饮 张经理", "+861088886666", "sunli", ContactKind.VISIT, Duration.ofDays(3));
        customer("恒顺餐饮 孔主管", "+861088886666", "wufan", ContactKind.CALL, Duration.ofDays(4));
    }

    private void account(Agent agent, Role role) {
        accounts.createDemo(agent.login(), agent.name(), Set.of(role), UNIT, SECRET);
    }

    private void customer(String name, String phone, String agent, ContactKind kind, Duration ago) {
        customers.add(UNIT, name, phone, agent, kind, clock.instant().minus(ago));
    }

    private static String rosterFile() {
        try {
            return new ClassPathResource("demo/roster.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
