package io.rotadesk.web.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyMornings;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.LocalDate;
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
class HomePagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    DutyDays days;

    @Autowired
    DayOrders orders;

    @Autowired
    DutyMornings mornings;

    @Autowired
    DutyNotices notices;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    DepartmentInBrowser department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
    }

    @Test
    void anAgentSeesTheirPresenceAndTheirTurn() {
        DeskBrowser me = department.agent("A", 3);
        assertThat(me.get("/desk").text()).contains("在岗", "接电 前面还有 2 位", "打开待办任务", "接访 B 组");
        rota.offer(department.unit, Queue.CALL, call("1"));
        rota.offer(department.unit, Queue.CALL, call("2"));
        assertThat(me.get("/desk").text()).contains("下一位就是您");
        rota.offer(department.unit, Queue.CALL, call("3"));
        assertThat(me.get("/desk/part?unit=" + department.unit).text()).contains("响铃中");
        assertThat(me.in(Locale.ENGLISH).get("/desk").text()).contains("at the desk", "ringing");
    }

    @Test
    void anAgentSeesHowManyTasksAreOpen() {
        DeskBrowser me = department.agent("A", 1);
        assertThat(me.get("/desk").text()).doesNotContain("打开待办任务 1");
        Task task = tasks.newTask();
        task.setAssignee(department.login("A", 1));
        tasks.saveTask(task);
        assertThat(me.get("/desk").text()).contains("打开待办任务 1");
        assertThat(me.get("/desk/part?unit=" + department.unit).html()).contains("hx-swap-oob", "1 件待办任务");
        tasks.deleteTask(task.getId(), true);
    }

    @Test
    void anAgentLeavesTheDeskAndComesBack() {
        DeskBrowser me = department.agent("A", 1);
        assertThat(me.post("/desk/presence", "here", "false", "note", "去银行").redirect())
                .isEqualTo("/desk");
        assertThat(presence.awayNote(department.login("A", 1))).contains("去银行");
        assertThat(me.get("/desk").text()).contains("离开 （去银行）", "我回来了", "不在岗");
        assertThat(rota.offer(department.unit, Queue.CALL, call("1"))
                        .turn()
                        .orElseThrow()
                        .login())
                .isEqualTo(department.login("A", 2));
        me.post("/desk/presence", "here", "true");
        assertThat(presence.awayNote(department.login("A", 1))).isEmpty();
    }

    @Test
    void anAgentTakesLeaveAndCancelsIt() {
        DeskBrowser me = department.agent("A", 1);
        String login = department.login("A", 1);
        me.post("/desk/leave", "from", "2026-03-02", "to", "2026-03-04", "note", "年假");
        assertThat(presence.leaves(login, MONDAY)).hasSize(1);
        assertThat(me.get("/desk").text()).contains("请假中", "年假");
        me.post("/desk/leave/cancel", "from", "2026-03-02");
        assertThat(presence.leaves(login, MONDAY)).isEmpty();
        var wrong = me.post("/desk/leave", "from", "2026-03-05", "to", "2026-03-04", "note", "陪老人看病");
        assertThat(me.follow(wrong).html()).contains("value=\"2026-03-05\"", "value=\"2026-03-04\"", "value=\"陪老人看病\"");
        assertThat(presence.leaves(login, MONDAY))
                .as("it would end before it begins")
                .isEmpty();
    }

    @Test
    void theManagerSeesTheTeamsAndSpeaksForPeople() {
        String login = department.login("A", 1);
        assertThat(department
                        .manager()
                        .post("/desk/presence", "login", login, "here", "false")
                        .redirect())
                .isEqualTo("/desk/roster");
        department
                .manager()
                .post("/desk/leave", "login", department.login("B", 2), "from", "2026-03-02", "to", "2026-03-02");
        String page = department.manager().get("/desk/roster").text();
        assertThat(page)
                .containsSubsequence("A 组", "安一", "离开", "09:00", "B 组", "白二", "请假中", "请假安排", "白二", "2026-03-02");
        department.manager().post("/desk/leave/cancel", "login", department.login("B", 2), "from", "2026-03-02");
        department.manager().post("/desk/presence", "login", login, "here", "true");
        assertThat(presence.absences(department.unit, MONDAY)).isEmpty();
    }

    @Test
    void nobodySpeaksForColleaguesOrForAnotherUnitsPeople() {
        String login = department.login("A", 1);
        DeskBrowser stranger = new DepartmentInBrowser(application).manager();
        for (DeskBrowser who : List.of(department.agent("A", 2), stranger)) {
            assertThat(who.post("/desk/presence", "login", login, "here", "false")
                            .status())
                    .isEqualTo(404);
            assertThat(who.post("/desk/leave", "login", login, "from", "2026-03-02", "to", "2026-03-02")
                            .status())
                    .isEqualTo(404);
        }
        presence.leave(login, MONDAY, MONDAY, "");
        assertThat(stranger.post("/desk/leave/cancel", "login", login, "from", "2026-03-02")
                        .status())
                .isEqualTo(404);
        assertThat(presence.leaves(login, MONDAY)).hasSize(1);
        assertThat(presence.awayNote(login)).isEmpty();
        assertThat(department.agent("A", 2).get("/desk/roster").status()).isEqualTo(403);
        assertThat(stranger.get("/desk/roster?unit=" + department.unit).status())
                .isEqualTo(403);
    }

    @Test
    void aPersonWhoTakesNoTurnsStartsAtTheBoard() {
        DeskBrowser owner =
                DeskBrowser.of(application, new TestPeople(accounts).with(department.unit, Role.PROCESS_OWNER));
        assertThat(owner.get("/desk").redirect()).isEqualTo("/desk/duty");
        DeskBrowser lost = DeskBrowser.of(application, new TestPeople(accounts).with(null, Role.PROCESS_OWNER));
        assertThat(lost.get("/desk").text()).contains("您还不属于任何单位");
    }

    @Test
    void theFrameShowsOnlyPagesThatThePersonMayOpen() {
        assertThat(department.agent("A", 1).get("/desk").html())
                .contains("/desk/calls", "/desk/handbook")
                .doesNotContain("href=\"/desk/roster\"", "href=\"/desk/units\"");
        assertThat(department.manager().get("/desk/duty").html())
                .contains("href=\"/desk/roster\"")
                .doesNotContain("href=\"/desk/units\"");
        assertThat(department
                        .administrator()
                        .get("/desk/duty?unit=" + department.unit)
                        .html())
                .contains("href=\"/desk/units\"");
    }

    @Test
    void theUnitThatWasChosenLastIsShownAgain() {
        var first = department.administrator().get("/desk/duty?unit=" + department.unit);
        assertThat(first.response().getCookie("rotadesk-unit").getValue()).isEqualTo(department.unit);
        assertThat(department.agent("A", 1).get("/desk/duty").text()).contains("测试招商部");
    }

    private Contact call(String id) {
        return Contact.call(department.unit + ":" + id);
    }

    @Test
    void anAgentWhoGoesAwayWithACallInHandIsToldThatItTakesEffectAfterwards() {
        DeskBrowser me = department.agent("A", 1);
        rota.offer(department.unit, Queue.CALL, call("1"));
        me.post("/desk/presence", "here", "false", "note", "午饭");
        assertThat(me.get("/desk").text()).contains("当前的来电或接待结束后生效", "响铃中，之后离开");
        assertThat(department.manager().get("/desk/roster").text()).contains("（接待结束后生效）");
        rota.finished(call("1"), department.login("A", 1));
        assertThat(me.get("/desk").text()).doesNotContain("当前的来电或接待结束后生效").contains("离开 （午饭）");
    }

    @Test
    @Tag("L1.1")
    void theAnnouncementStandsOnTheDeskUntilItIsRead() {
        LocalDate today = days.date(department.unit);
        mornings.begin(department.unit, today);
        notices.announce(department.unit, today);
        DeskBrowser me = department.agent("A", 2);
        assertThat(me.get("/desk").text()).contains("今天值班： 接电，第 2 位。", "知道了");
        assertThat(department.manager().get("/desk/duty").text()).contains("6 人中 0 人已读", "安一、安二");

        me.post("/desk/duty/seen", "at", clock.instant().toString());
        assertThat(me.get("/desk").text()).doesNotContain("知道了");
        assertThat(department.manager().get("/desk/duty").text()).contains("6 人中 1 人已读", "安一、安三");

        orders.set(department.unit, today, Queue.CALL, List.of(department.login("A", 2), department.login("A", 1)));
        clock.forward(Duration.ofMinutes(5));
        notices.announce(department.unit, today);
        assertThat(me.get("/desk").text()).contains("值班有调整，您现在是： 接电，第 1 位。");
        assertThat(department.agent("A", 3).get("/desk").text()).contains("今天不参加轮值");
        me.post("/desk/duty/seen", "at", clock.instant().minusSeconds(60).toString());
        assertThat(me.get("/desk").text()).as("read before it was changed").contains("知道了");
    }

    @Test
    void tasklistAsksAndSaysItWithoutLeavingThePage() throws Exception {
        DeskBrowser me = department.agent("A", 1);
        JsonNode at = duty(me.get("/desk/me"));
        assertThat(at.path("duty").path("state").asText()).isEqualTo("here");
        assertThat(at.path("token").asText()).isNotEmpty();

        assertThat(duty(me.post("/desk/me/presence", "here", "false", "note", "开会"))
                        .at("/duty/note")
                        .asText())
                .isEqualTo("开会");
        assertThat(duty(me.post("/desk/me/presence", "here", "true"))
                        .at("/duty/state")
                        .asText())
                .isEqualTo("here");
        JsonNode leave = duty(me.post("/desk/me/leave", "from", "2026-03-02", "to", "2026-03-03", "note", ""))
                .path("duty");
        assertThat(leave.path("state").asText()).isEqualTo("leave");
        assertThat(leave.path("leaves")).hasSize(1);
        assertThat(duty(me.post("/desk/me/leave/cancel", "from", "2026-03-02")).at("/duty/leaves"))
                .isEmpty();

        var refused = me.post("/desk/me/leave", "from", "2026-03-05", "to", "2026-03-04");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(duty(refused).path("message").asText()).isNotEmpty();
        assertThat(duty(department.manager().get("/desk/me")).has("duty")).isFalse();
    }

    @Test
    void tasklistReadsTheAnnouncement() throws Exception {
        LocalDate today = days.date(department.unit);
        mornings.begin(department.unit, today);
        notices.announce(department.unit, today);
        DeskBrowser me = department.agent("B", 3);
        JsonNode notice = duty(me.get("/desk/me")).at("/duty/notice");
        assertThat(notice.path("visitPlace").asInt()).isEqualTo(3);
        assertThat(duty(me.post(
                                "/desk/me/seen",
                                "at",
                                notice.path("announcedAt").asText()))
                        .path("duty")
                        .has("notice"))
                .isFalse();
    }

    private static JsonNode duty(DeskBrowser.Page page) throws Exception {
        return new ObjectMapper().readTree(page.html());
    }
}
