package io.rotadesk.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.desk.DeskBrowser;
import io.rotadesk.desk.DeskDepartment;
import io.rotadesk.roster.Contact;
import io.rotadesk.roster.Presence;
import io.rotadesk.roster.Queue;
import io.rotadesk.roster.Rota;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
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
    Accounts accounts;

    @Autowired
    TestClock clock;

    DeskDepartment department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DeskDepartment(application);
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
        me.post("/desk/leave", "from", "2026-03-05", "to", "2026-03-04");
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
        DeskBrowser stranger = new DeskDepartment(application).manager();
        for (DeskBrowser who : List.of(department.agent("A", 2), stranger)) {
            assertThat(who.post("/desk/presence", "login", login, "here", "false")
                            .status())
                    .isEqualTo(403);
            assertThat(who.post("/desk/leave", "login", login, "from", "2026-03-02", "to", "2026-03-02")
                            .status())
                    .isEqualTo(403);
        }
        presence.leave(login, MONDAY, MONDAY, "");
        assertThat(stranger.post("/desk/leave/cancel", "login", login, "from", "2026-03-02")
                        .status())
                .isEqualTo(403);
        assertThat(presence.leaves(login, MONDAY)).hasSize(1);
        assertThat(presence.awayNote(login)).isEmpty();
        assertThat(department.agent("A", 2).get("/desk/roster").status()).isEqualTo(403);
        assertThat(stranger.get("/desk/roster?unit=" + department.unit).status())
                .isEqualTo(403);
    }

    @Test
    void whoTakesNoTurnsArrivesAtTheBoard() {
        assertThat(department.manager().get("/desk").redirect()).isEqualTo("/desk/duty");
        assertThat(department
                        .administrator()
                        .get("/desk?unit=" + department.unit)
                        .redirect())
                .isEqualTo("/desk/duty");
        DeskBrowser lost = DeskBrowser.of(application, new TestPeople(accounts).with(null, Role.PROCESS_OWNER));
        assertThat(lost.get("/desk").text()).contains("您还不属于任何单位");
    }

    @Test
    void theFrameShowsOnlyWhatOneMayOpen() {
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
}
