package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller whom nobody takes is on the home page, and is given to an agent there; calls in the air are shown. */
class CallsAtHomeTest extends HomeScenario {

    @Test
    void nothingToDoIsSaidInBothLanguages() {
        assertThat(manager.get("/desk").text()).contains("一切正常", "现在没有来电", "没有客人在等", "接电 A 组", "安一");
        assertThat(manager.in(Locale.ENGLISH).get("/desk").text()).contains("All is well", "No calls now");
    }

    @Test
    @Tag("L2.1")
    void aCallThatNobodyTookIsGivenToAFreeAgentWithOneForm() {
        presence.away(department.login("B", 1), "午餐");
        presence.leave(department.login("B", 2), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), "");
        CallKey key = nobodyTakes();
        clock.forward(Duration.ofSeconds(30));

        String page = manager.get("/desk").text();
        assertThat(page)
                .contains("需要您处理 1", "来电无人接听，客户还在等", "尾号 0001", "09:00 打入")
                .contains("安一 空闲，刚才没有接", "白三 空闲", "白一 离开", "白二 休假", "无人接听，等您安排");
        String html = manager.get("/desk").html();
        assertThat(html).containsPattern("value=\"" + department.login("B", 3) + "\"[^>]*checked");

        var answer = manager.post(
                "/desk/home/call", "unit", department.unit, "call", key.callId(), "agent", department.login("B", 3));

        assertThat(answer.redirect()).isEqualTo("/desk?unit=" + department.unit);
        assertThat(said(answer)).isEqualTo("已请 白三 接听这个来电。");
        Call call = calls.get(key);
        assertThat(call.state()).isEqualTo(CallState.ANSWERED);
        assertThat(call.talk().agent()).isEqualTo(department.login("B", 3));
        assertThat(taskOf(department.login("B", 3)).getTaskDefinitionKey()).isEqualTo(CallHandling.Task.ASK_CALLER);
        assertThat(manager.get("/desk").text()).contains("一切正常", "白三 接了，正在问明来意");
        assertThat(unread(department.manager.login(), NoticeKind.CALL_UNANSWERED))
                .isEmpty();
    }

    @Test
    @Tag("L2.1")
    void theSecondManagerReadsWhoGaveTheCallToWhom() {
        CallKey key = nobodyTakes();
        give(manager, key, "B", 1);

        assertThat(said(give(browser(second), key, "B", 2)))
                .isEqualTo(department.manager.displayName() + " 已经请 白一 接听这个来电。");
        assertThat(said(give(manager, key, "B", 1))).as("a double click").isEqualTo("已请 白一 接听这个来电。");
        assertThat(calls.get(key).talk().agent()).isEqualTo(department.login("B", 1));
    }

    @Test
    @Tag("L2.1")
    void aCallerWhoHasHungUpIsGivenToNobody() {
        CallKey key = nobodyTakes();
        phone.event(key, CallEvent.HUNG_UP, null, null);

        assertThat(said(give(manager, key, "B", 1))).isEqualTo("客户已经挂断。");
        assertThat(calls.get(key).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    @Tag("L2.1")
    void theDeputySeesTheCallAndMayGiveItOnceAsked() {
        CallKey key = nobodyTakes();
        assertThat(browser(deputy).get("/desk").text())
                .contains("来电无人接听", "已通知经理")
                .doesNotContain("请这位接听");

        tasks.addCandidateUser(taskOf(key).getId(), deputy.login());

        assertThat(browser(deputy).get("/desk").text()).contains("请这位接听");
        assertThat(said(give(browser(deputy), key, "B", 1))).isEqualTo("已请 白一 接听这个来电。");
    }

    @Test
    @Tag("L2.1")
    void anAdministratorGivesACallToo() {
        CallKey key = nobodyTakes();
        DeskBrowser administrator = browser(new TestPeople(accounts).with(department.unit, Role.ADMINISTRATOR));

        assertThat(administrator.get("/desk?unit=" + department.unit).text()).contains("来电无人接听");
        assertThat(said(give(administrator, key, "B", 1))).isEqualTo("已请 白一 接听这个来电。");
        assertThat(calls.get(key).talk().agent()).isEqualTo(department.login("B", 1));
    }

    @Test
    @Tag("L2.1")
    void nobodyElseGivesACallAndNoTypedIdReachesAnotherUnit() {
        CallKey key = nobodyTakes();
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        DeskBrowser owner = browser(new TestPeople(accounts).with(department.unit, Role.PROCESS_OWNER));

        assertThat(give(department.agent("A", 1), key, "B", 1).status()).isEqualTo(403);
        assertThat(give(owner, key, "B", 1).status()).isEqualTo(403);
        assertThat(give(other.manager(), key, "B", 1).status()).isEqualTo(403);
        assertThat(other.manager()
                        .post("/desk/home/call", "unit", other.unit, "call", key.callId(), "agent", other.login("A", 1))
                        .status())
                .isEqualTo(404);
        assertThat(said(manager.post(
                        "/desk/home/call",
                        "unit",
                        department.unit,
                        "call",
                        key.callId(),
                        "agent",
                        other.login("A", 1))))
                .isEqualTo("请先选定由谁接。");
        assertThat(department.agent("A", 1).get("/desk/home/part").status()).isEqualTo(403);
        assertThat(department.agent("A", 1).stream("/desk/home/events").status())
                .isEqualTo(403);
        assertThat(other.manager()
                        .get("/desk/home/part?unit=" + department.unit)
                        .status())
                .isEqualTo(403);
        assertThat(other.manager().stream("/desk/home/events?unit=" + department.unit)
                        .status())
                .isEqualTo(403);
        assertThat(calls.get(key).state()).isEqualTo(CallState.UNASSIGNED);
        assertThat(owner.get("/desk").redirect()).isEqualTo("/desk/duty");
    }

    @Test
    void callsInTheAirAreShownStepByStep() {
        CallKey key = call();
        phone.receive(key, CALLER, null);
        clock.forward(Duration.ofSeconds(7));
        assertThat(manager.get("/desk").text()).contains("安一 响铃中", "尾号 0001");
        assertThat(manager.get("/desk").html()).contains("data-seconds=\"7\"");

        phone.event(key, CallEvent.ANSWERED, null, null);
        assertThat(manager.get("/desk").text()).contains("安一 接了，正在问明来意");
        phone.event(key, CallEvent.HUNG_UP, null, null);
        assertThat(manager.get("/desk").text()).contains("安一 整理中 还剩 30 秒");
        assertThat(manager.in(Locale.ENGLISH).get("/desk").text()).contains("安一 is wrapping up");
    }

    private DeskBrowser.Page give(DeskBrowser who, CallKey key, String team, int place) {
        return who.post(
                "/desk/home/call",
                "unit",
                department.unit,
                "call",
                key.callId(),
                "agent",
                department.login(team, place));
    }
}
