package io.rotadesk.web.desk.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitEntries;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class FrontDeskPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Announcements desk;

    @Autowired
    Visits register;

    @Autowired
    VisitEntries entries;

    @Autowired
    Rota rota;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String reception;
    List<String> onDuty;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        reception = "/desk/reception?unit=" + department.unit;
        DutyBoard.QueueBoard queue = rota.today(department.unit).queues().get(Queue.VISIT);
        onDuty = queue.order().stream().map(seat -> seat.agent().login()).toList();
    }

    @Test
    @Tag("L3.1")
    void aVisitorAnnouncedAtTheDeskIsOfferedAtOnceAndSeenOnThePage() {
        var answer = announce("林女士", "138 0000 0055");
        assertThat(answer.redirect()).isEqualTo(reception);
        Visit visit = theVisit("林女士");
        assertThat(visit.state()).isEqualTo(VisitState.OFFERED);
        assertThat(visit.source()).isEqualTo("BY_HAND");
        assertThat(visit.announced().by()).isEqualTo(department.manager.login());
        assertThat(visit.host().agent()).isEqualTo(onDuty.get(0));

        String page = department.manager().get(reception).text();
        assertThat(page).contains("林女士", "138 0000 0055", nameOf(onDuty.get(0)) + "正过来", "迎接", "没有客人在等");
        assertThat(department.manager().in(Locale.ENGLISH).get(reception).text())
                .contains("is coming", "greeting", "Nobody waits.")
                .doesNotContain("??");
    }

    @Test
    @Tag("L3.1")
    void aButtonPressedTwiceAnnouncesOneVisitor() {
        DeskBrowser manager = department.manager();
        String html = manager.get(reception).html();
        String once = html.replaceFirst("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");

        for (String visitor : List.of("林女士", "林女士", "卢先生")) {
            manager.post(
                    "/desk/reception/announce",
                    "unit",
                    department.unit,
                    "once",
                    once,
                    "purpose",
                    "viewing",
                    "visitorName",
                    visitor,
                    "visitorPhone",
                    "",
                    "partySize",
                    "1",
                    "day",
                    "",
                    "time",
                    "");
        }

        assertThat(register.latest(department.unit, 5))
                .extracting(v -> v.announced().name())
                .containsExactlyInAnyOrder("林女士", "卢先生");
    }

    /** An agent is on the way already; the front desk entered the visitor by mistake. */
    @Test
    @Tag("L3.1")
    void aVisitorWhoWasEnteredByMistakeIsWithdrawnWhileAnAgentIsOnTheWay() {
        announce("林女士", null);
        Visit visit = theVisit("林女士");
        assertThat(visit.state()).isEqualTo(VisitState.OFFERED);
        DeskBrowser manager = department.manager();
        assertThat(manager.get(reception).html()).contains(act(visit.key(), "withdraw"));

        assertThat(manager.post(act(visit.key(), "withdraw")).said("changed")).contains(true);

        assertThat(theVisit("林女士").state()).isEqualTo(VisitState.CANCELLED);
        assertThat(rota.isFree(visit.host().agent())).isTrue();
        assertThat(rota.explain(visit.key().contact()))
                .as("and the turn is made up")
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.RESTORED);
                    assertThat(entry.reason()).isEqualTo(TurnReason.ENTERED_BY_MISTAKE);
                });
        assertThat(tasks.createTaskQuery().tenantIdIn(department.unit).count())
                .as("nobody has to greet")
                .isZero();
        assertThat(manager.post(act(visit.key(), "withdraw")).said("changed"))
                .as("once more has no further effect")
                .contains(true);
        announce("卢先生", null);
        assertThat(theVisit("卢先生").host().agent())
                .as("the agent is asked for the next one")
                .isEqualTo(visit.host().agent());
    }

    @Test
    void nobodyIsWithdrawnWhoIsBeingReceived() {
        announce("林女士", null);
        Visit visit = theVisit("林女士");
        entries.greeted(visit.key(), visit.host().agent(), Visit.VIEWING, "no", null, null);

        assertThat(department.manager().post(act(visit.key(), "withdraw")).said("tooLate"))
                .contains(true);
        assertThat(theVisit("林女士").state()).isEqualTo(VisitState.RECEIVED);
        assertThat(department.manager().get(reception).html()).doesNotContain("/withdraw");
    }

    @Test
    void nobodyIsAnnouncedByAnEmptyFormUnlessThatIsMeant() {
        var asked = announce("", null);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("没有填姓名、电话和单位", "登记未留姓名的客人");
        assertThat(register.latest(department.unit, 5)).isEmpty();

        assertThat(department
                        .manager()
                        .post(
                                "/desk/reception/announce",
                                "unit",
                                department.unit,
                                "purpose",
                                "viewing",
                                "nameless",
                                "true")
                        .status())
                .isEqualTo(302);
        assertThat(register.latest(department.unit, 5)).hasSize(1);
    }

    @Test
    void anInvalidValueIsReportedBesideTheFieldAndNothingIsLost() {
        var answer = department
                .manager()
                .post(
                        "/desk/reception/announce",
                        "unit",
                        department.unit,
                        "purpose",
                        "viewing",
                        "visitorName",
                        "林女士",
                        "visitorPhone",
                        "打她手机",
                        "partySize",
                        "0",
                        "day",
                        "2026-03-01",
                        "time",
                        "09:00");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("这不是电话号码", "人数是 1 到 999", "预约时间已经过了");
        assertThat(answer.html()).contains("value=\"林女士\"", "value=\"打她手机\"");
        assertThat(register.latest(department.unit, 5)).isEmpty();
    }

    @Test
    @Tag("L3.1")
    void waitingVisitorsAreShownWithTheTimeAndTheManagerAssignsThem() {
        onDuty.forEach(login -> announce("客人" + login, null));
        announce("卢先生", "13800000066");
        VisitKey key = theVisit("卢先生").key();
        assertThat(register.get(key).state()).isEqualTo(VisitState.WAITING);
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(7)));

        String page = department.manager().get(reception).text();
        assertThat(page).contains("等候中 1", "卢先生", "09:00 起，已等 7 分钟", "等接访人员", "接访人员都没有空闲", "由谁接待");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(409)));
        assertThat(department.manager().get(reception).text()).contains("已等 6 小时 49 分钟");
        assertThat(department.manager().in(Locale.ENGLISH).get(reception).text())
                .contains("6 h 49 min");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(7)));
        DeskBrowser agent = agent(onDuty.get(1));
        String agentsPage = agent.get(reception).text();
        assertThat(agentsPage).as("anybody may be asked to receive").contains("卢先生", "客人走了");
        assertThat(agentsPage).as("the number is for who receives").doesNotContain("138 0000 0066");
        assertThat(agentsPage).doesNotContain("由谁接待");
        assertThat(agent.get("/desk?unit=" + department.unit).text())
                .as("at home")
                .contains("1 批客人在等候");
        assertThat(agent.post(act(key, "assign"), "agent", onDuty.get(0)).status())
                .isEqualTo(403);
        assertThat(register.get(key).state()).isEqualTo(VisitState.WAITING);

        String colleague = department.login(onDuty.get(0).endsWith("a1") ? "B" : "A", 1);
        department.manager().post(act(key, "assign"), "agent", colleague);
        assertThat(register.get(key).state()).isEqualTo(VisitState.OFFERED);
        assertThat(register.get(key).host().agent()).isEqualTo(colleague);
        assertThat(register.get(key).inLine().assignedBy()).isEqualTo(department.manager.login());
        assertThat(department.manager().get("/desk/visits/entry/" + key).text()).contains("安排人");
        Task task = tasks.createTaskQuery()
                .processVariableValueEquals("visitId", key.toString())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(VisitReception.Task.GREET_VISITOR);
        assertThat(task.getAssignee()).isEqualTo(colleague);
        assertThat(rota.isFree(colleague)).isFalse();
        // A second assignment comes too late, and nobody is called twice.
        department.manager().post(act(key, "assign"), "agent", onDuty.get(2));
        assertThat(register.get(key).host().agent()).isEqualTo(colleague);
    }

    @Test
    void aStrangerGetsNoVisitor() {
        onDuty.forEach(login -> announce("客人" + login, null));
        announce("卢先生", null);
        VisitKey key = theVisit("卢先生").key();
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        department.manager().post(act(key, "assign"), "agent", other.login("A", 1));
        assertThat(register.get(key).state()).isEqualTo(VisitState.WAITING);
    }

    @Test
    @Tag("L3.1")
    void aVisitorWhoGivesUpIsTakenOffTheLine() {
        onDuty.forEach(login -> announce("客人" + login, null));
        announce("卢先生", null);
        VisitKey key = theVisit("卢先生").key();
        agent(onDuty.get(0)).post(act(key, "left"));
        assertThat(register.get(key).state()).isEqualTo(VisitState.LEFT);
        assertThat(department.manager().get(reception).text()).contains("没有客人在等");
    }

    @Test
    @Tag("L3.2a")
    void anAppointmentIsMovedCancelledOrArrivesEarly() {
        VisitKey moved = appointment("一", Duration.ofHours(3));
        VisitKey cancelled = appointment("二", Duration.ofHours(4));
        VisitKey early = appointment("三", Duration.ofHours(5));
        VisitKey tomorrow = appointment("四", Duration.ofHours(24));
        String page = department.manager().get(reception).text();
        assertThat(page).contains("12:00 客人一", "13:00 客人二", "14:00 客人三", "今后的预约 1", "03-03 09:00 客人四");

        DeskBrowser agent = agent(onDuty.get(0));
        assertThat(agent.get(act(moved, "move")).text()).contains("客人一", "2026-03-02 12:00");
        agent.post(act(moved, "move"), "day", "2026-03-02", "time", "15:30", "meetingPoint", "北门");
        assertThat(register.get(moved).coming().appointmentAt())
                .isEqualTo(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(390)));
        assertThat(register.get(moved).coming().meetingPoint()).isEqualTo("北门");
        var past = agent.post(act(moved, "move"), "day", "2026-03-01", "time", "16:30", "meetingPoint", "东门");
        assertThat(past.redirect()).as("a time that is past").endsWith("/move");
        assertThat(agent.follow(past).html()).contains("value=\"2026-03-01\"", "value=\"16:30\"", "value=\"东门\"");
        agent.post(act(cancelled, "cancel"));
        assertThat(register.get(cancelled).state()).isEqualTo(VisitState.CANCELLED);
        agent.post(act(early, "arrived"));
        assertThat(register.get(early).coming().arrivedAt()).isEqualTo(clock.instant());
        assertThat(tasks.createTaskQuery()
                        .processVariableValueEquals("visitId", early.toString())
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo(VisitReception.Task.MEET_VISITOR);
        assertThat(department.manager().get(reception).text()).contains("15:30 客人一", "已取消", "已到 09:00");
        assertThat(register.get(tomorrow).state()).isEqualTo(VisitState.EXPECTED);
    }

    @Test
    void peopleOfOtherUnitsAndPeopleWhoDoNotReceiveStayOutside() {
        VisitKey key = appointment("一", Duration.ofHours(3));
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        assertThat(other.manager().get(reception).status()).isEqualTo(403);
        assertThat(other.manager()
                        .get("/desk/reception/board?unit=" + department.unit)
                        .status())
                .isEqualTo(403);
        assertThat(other.manager().stream("/desk/reception/events?unit=" + department.unit)
                        .status())
                .isEqualTo(403);
        assertThat(other.manager()
                        .post("/desk/reception/announce", "unit", department.unit, "purpose", "viewing")
                        .status())
                .isEqualTo(403);
        for (String action : List.of("arrived", "left", "withdraw", "cancel", "assign", "move")) {
            assertThat(other.manager()
                            .post(act(key, action), "agent", onDuty.get(0), "day", "2026-03-02", "time", "20:00")
                            .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(register.get(key).state()).isEqualTo(VisitState.EXPECTED);
        assertThat(department
                        .manager()
                        .post("/desk/reception/visit/" + department.unit + ":none/left")
                        .status())
                .isEqualTo(404);
        DeskBrowser owner = DeskBrowser.of(
                application,
                new TestPeople(application.getBean(Accounts.class)).with(department.unit, Role.PROCESS_OWNER));
        assertThat(owner.get(reception).status()).isEqualTo(403);
        assertThat(owner.get("/desk/visits?unit=" + department.unit).text()).doesNotContain("前台 值班");
    }

    private DeskBrowser.Page announce(String name, String phone) {
        return department
                .manager()
                .post(
                        "/desk/reception/announce",
                        "unit",
                        department.unit,
                        "purpose",
                        "viewing",
                        "visitorName",
                        name,
                        "visitorPhone",
                        phone == null ? "" : phone,
                        "partySize",
                        "1",
                        "day",
                        "",
                        "time",
                        "",
                        "namedAgent",
                        "");
    }

    private VisitKey appointment(String name, Duration from) {
        return desk.announceByHand(
                        VisitKey.newByHand(department.unit),
                        department.manager.login(),
                        new Announcement(
                                "客人" + name, null, 1, null, clock.instant().plus(from), null, null, Visit.VIEWING))
                .key();
    }

    private Visit theVisit(String name) {
        return register.latest(department.unit, 50).stream()
                .filter(visit -> name.equals(visit.announced().name()))
                .findFirst()
                .orElseThrow();
    }

    private DeskBrowser agent(String login) {
        return DeskBrowser.of(
                application, application.getBean(Accounts.class).find(login).orElseThrow());
    }

    private String nameOf(String login) {
        return application
                .getBean(io.rotadesk.staff.unit.Agents.class)
                .get(login)
                .name();
    }

    private static String act(VisitKey key, String action) {
        return "/desk/reception/visit/" + key + "/" + action;
    }
}
