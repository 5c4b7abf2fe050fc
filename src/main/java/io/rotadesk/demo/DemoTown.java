package io.rotadesk.demo;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.workday.PublishedCalendars;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The town of Qinghe (P1): its reception centre, and below it two villages and two town-level units, each with a leader and
 * staff, and the matters of last month. Everybody's password is {@code demo}.
 */
@Component
@ConditionalOnProperty("rotadesk.demo")
class DemoTown {

    static final String CENTRE = "qinghe";

    private final Units units;
    private final Roster roster;
    private final Agents agents;
    private final Accounts accounts;
    private final WorkdayCalendar calendar;
    private final DemoMatters matters;
    private final Clock clock;

    DemoTown(
            Units units,
            Roster roster,
            Agents agents,
            Accounts accounts,
            WorkdayCalendar calendar,
            DemoMatters matters,
            Clock clock) {
        this.units = units;
        this.roster = roster;
        this.agents = agents;
        this.accounts = accounts;
        this.calendar = calendar;
        this.matters = matters;
        this.clock = clock;
    }

    /** Founds the town, once; a later start leaves it as people have changed it. */
    @Transactional
    public void found() {
        if (units.find(CENTRE).isPresent()) {
            return;
        }
        unit(CENTRE, "青河镇群众接访中心", null, "6200 8100", List.of("leader"), List.of("deputy2"), """
                hewen,何文,13900000021,8101
                shenjie,沈洁,13900000022,8102
                fangning,方宁,13900000023,8103
                leader,顾主任,13900000030,8100
                deputy2,曾副主任,13900000031,8109
                """);
        unit("qinghe-dongliu", "东柳村群众工作办公室", CENTRE, "6200 8110", List.of("leader2"), List.of(), """
                guotao,郭涛,13900000041,
                leader2,范书记,13900000040,
                """);
        unit("qinghe-xiling", "西岭村群众工作办公室", CENTRE, "6200 8120", List.of("leader3"), List.of(), """
                caiqing,蔡青,13900000051,
                leader3,石书记,13900000050,
                """);
        unit("qinghe-jianshe", "青河镇建设管理所群众工作办公室", CENTRE, "6200 8200", List.of("leader4"), List.of(), """
                xuehai,薛海,13900000061,8201
                leader4,侯所长,13900000060,8200
                """);
        unit("qinghe-nongfu", "青河镇农业服务中心群众工作办公室", CENTRE, "6200 8300", List.of("leader5"), List.of(), """
                pengyu,彭宇,13900000071,8301
                leader5,邱主任,13900000070,8300
                """);
        accounts.createDemo("owner2", "青河镇流程负责人", Set.of(Role.PROCESS_OWNER), CENTRE, DemoDepartment.SECRET);
        int year = LocalDate.ofInstant(
                        clock.instant(), units.get(CENTRE).settings().zone())
                .getYear();
        List.of(year - 1, year, year + 1).forEach(one -> calendar.enter(CENTRE, PublishedCalendars.of(Year.of(one))));
        matters.enterLastMonth();
    }

    private void unit(
            String id,
            String name,
            String above,
            String publicPhone,
            List<String> leaders,
            List<String> deputies,
            String people) {
        // The day has begun, at whatever time somebody tries it out, and turns come before anybody has logged in.
        UnitSettings settings = UnitSettings.defaults()
                .with("dutyBegins", "00:00")
                .with("turnsNeedPage", List.of())
                .with("publicPhone", publicPhone);
        units.save(new Unit(id, UnitKind.PETITION, name, null, above, leaders, deputies, settings));
        RosterLoad load = roster.load(id, "login,name,mobile,extension\n" + people);
        if (!load.accepted()) {
            throw new IllegalStateException("The demo roster of " + id + " was refused: " + load.errors());
        }
        agents.inUnit(id).forEach(this::password);
    }

    /** Only sets passwords: the roster has already given the roles. */
    private void password(Agent agent) {
        SignedInUser user = accounts.find(agent.login()).orElseThrow();
        accounts.createDemo(agent.login(), agent.name(), user.roles(), agent.unitId(), DemoDepartment.SECRET);
    }
}
