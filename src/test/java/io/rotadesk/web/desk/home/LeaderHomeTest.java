package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Everything that the procedures give the manager is on the home page, with the action beside it. */
@RotaDeskTest
class LeaderHomeTest {

    private static final String CALLER = "13800000001";
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Autowired
    WebApplicationContext application;

    @Autowired
    IncomingCalls phone;

    @Autowired
    Calls calls;

    @Autowired
    Announcements announcements;

    @Autowired
    Visits visits;

    @Autowired
    Escalations escalations;

    @Autowired
    Disputes disputes;

    @Autowired
    Customers customers;

    @Autowired
    Handbook handbook;

    @Autowired
    Notices notices;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    SignedInUser second;
    SignedInUser deputy;
    DeskBrowser manager;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        TestPeople people = new TestPeople(accounts);
        second = people.with(department.unit, Role.MANAGER);
        deputy = people.with(department.unit, Role.DEPUTY);
        Unit unit = units.get(department.unit);
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                null,
                List.of(department.manager.login(), second.login()),
                List.of(deputy.login()),
                unit.settings().with("wrapUpAfterCall", 30)));
        manager = department.manager();
    }

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

        tasks.addCandidateUser(managersTask(key.callId()).getId(), deputy.login());

        assertThat(browser(deputy).get("/desk").text()).contains("请这位接听");
        assertThat(said(give(browser(deputy), key, "B", 1))).isEqualTo("已请 白一 接听这个来电。");
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
    @Tag("L3.1")
    void aVisitorWhoWaitsTooLongIsGivenToAnAgent() {
        everybodyIsBusy();
        VisitKey visit = comes("林女士");
        assertThat(manager.get("/desk").text()).contains("一切正常", "等候接待的客人 1", "林女士");

        clock.forward(Duration.ofMinutes(11));
        assertThat(manager.get("/desk").text()).contains("客人等候太久，还没有人接待", "林女士 尾号 0055", "09:00 到", "已等 11 分钟");

        assertThat(said(assign(manager, visit, "A", 2))).isEqualTo("已请 安二 接待这位客人。");
        assertThat(visits.get(visit).host().agent()).isEqualTo(department.login("A", 2));
        assertThat(said(assign(browser(second), visit, "A", 3))).isEqualTo("这位客人已由 安二 接待。");
        assertThat(assign(department.agent("A", 1), visit, "A", 1).status()).isEqualTo(403);
    }

    @Test
    @Tag("L3.7")
    void aQuestionIsAnsweredInPlaceAndRingsAtTheAgent() {
        String asker = department.login("A", 1);
        String id = escalations.raise(department.unit, asker, null, "免租期能给三个月吗？");
        assertThat(manager.get("/desk").text()).contains("安一 提问", "免租期能给三个月吗？", "同时加入答客问");
        int version = handbook.currentVersion(department.unit);

        var answer = script(manager, "/desk/home/answer", "question", id, "answer", "最多两个月。", "handbook", "true");

        assertThat(answer.text()).contains("已答复。安一 会马上收到", "一切正常");
        Escalation answered = escalations.get(id);
        assertThat(answered.answer()).isEqualTo("最多两个月。");
        assertThat(answered.answeredBy()).isEqualTo(department.manager.login());
        assertThat(unread(asker, NoticeKind.QUESTION_ANSWERED)).hasSize(1);
        assertThat(taskOf(asker).getTaskDefinitionKey()).isEqualTo(ManagerEscalation.Task.RELAY_ANSWER);
        assertThat(handbook.currentVersion(department.unit)).isEqualTo(version + 1);
    }

    @Test
    @Tag("L3.7")
    void anAnswerThatCannotBeSentIsNotLost() {
        String id = escalations.raise(department.unit, department.login("A", 1), null, "能分期吗？");
        String tooLong = "可以。".repeat(700);

        var refused = script(manager, "/desk/home/answer", "question", id, "answer", tooLong);
        assertThat(refused.text()).contains("可以。可以。");
        assertThat(refused.html()).contains("notice warn").doesNotContain("notice warn done");
        assertThat(said(manager.post("/desk/home/answer", "unit", department.unit, "question", id, "answer", " ")))
                .isEqualTo("请先写下答复。");
        assertThat(escalations.get(id).isAnswered()).isFalse();

        script(browser(second), "/desk/home/answer", "question", id, "answer", "可以。");
        assertThat(script(manager, "/desk/home/answer", "question", id, "answer", "不可以。")
                        .text())
                .contains(second.displayName() + " 在 09:00 已经答复：可以。");
        assertThat(escalations.get(id).answer()).isEqualTo("可以。");
    }

    @Test
    @Tag("L3.7")
    void nobodyElseAnswersAQuestion() {
        String id = escalations.raise(department.unit, department.login("A", 1), null, "能养宠物吗？");
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        assertThat(script(department.agent("A", 1), "/desk/home/answer", "question", id, "answer", "能")
                        .status())
                .isEqualTo(403);
        assertThat(other.manager()
                        .post("/desk/home/answer", "unit", other.unit, "question", id, "answer", "能")
                        .status())
                .isEqualTo(404);
        assertThat(escalations.get(id).isAnswered()).isFalse();
    }

    @Test
    @Tag("L3.2c")
    void aDisputeLeadsToItsDecision() {
        customers.add(
                department.unit, "何先生", "+8613800000077", department.login("A", 1), ContactKind.CALL, clock.instant());
        long id = disputes.claim(department.unit, department.login("A", 2), "13800000077", "先接待的")
                .dispute()
                .id();

        assertThat(manager.get("/desk").text()).contains("安二 和 安一 都说是自己的客户", "看双方依据");
        assertThat(manager.get("/desk").html()).contains("/desk/disputes/" + id);
    }

    @Test
    @Tag("L2.3")
    void aLateRegisterShowsWhoseItIsAndItsPersonIsRemindedOnceAMinute() {
        String agent = department.login("A", 1);
        CallKey key = aRegisterIsOpen();
        assertThat(manager.get("/desk").text()).contains("一切正常");
        clock.forward(Duration.ofHours(1));

        String page = manager.get("/desk").text();
        assertThat(page).contains("安一 还没有填写来电登记表", "尾号 0001", "到期", "提醒");
        Task task = taskOf(agent);

        assertThat(said(remind(manager, task))).isEqualTo("已提醒 安一。");
        assertThat(said(remind(browser(second), task)))
                .isEqualTo(department.manager.displayName() + " 在 10:00 刚提醒过 安一。");
        assertThat(unread(agent, NoticeKind.TASK_REMINDED))
                .singleElement()
                .satisfies(notice -> assertThat(notice.words().get(0)).isEqualTo(department.manager.displayName()));
        clock.forward(Duration.ofMinutes(2));
        assertThat(manager.get("/desk").text()).contains("在 10:00 提醒过", "再次提醒");
        assertThat(said(remind(browser(second), task))).isEqualTo("已提醒 安一。");
        assertThat(unread(agent, NoticeKind.TASK_REMINDED))
                .as("the new one counts")
                .hasSize(1);
        assertThat(db.sql("select reminded_by from task_reminder where task_id = ? order by id")
                        .param(task.getId())
                        .query(String.class)
                        .list())
                .containsExactly(department.manager.login(), second.login());

        tasks.complete(
                task.getId(), java.util.Map.of("customerName", "何先生", "customerPhone", CALLER, "leftOwnDetails", true));
        assertThat(unread(agent, NoticeKind.TASK_REMINDED)).as("done").isEmpty();
        assertThat(said(remind(manager, task))).isEqualTo("这件事已经办完，不用提醒了。");
        assertThat(calls.get(key).state()).isEqualTo(CallState.REGISTERED);
    }

    @Test
    void nobodyIsRemindedOfATaskOfAnotherUnitOrOneThatIsNotLate() {
        aRegisterIsOpen();
        Task task = taskOf(department.login("A", 1));
        assertThat(said(remind(manager, task))).isEqualTo("这件事已经办完，不用提醒了。");
        clock.forward(Duration.ofHours(1));
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        other.manager().post("/desk/home/remind", "unit", other.unit, "task", task.getId());
        assertThat(remind(department.agent("A", 2), task).status()).isEqualTo(403);
        assertThat(unread(department.login("A", 1), NoticeKind.TASK_REMINDED)).isEmpty();
    }

    @Test
    @Tag("L3.2a")
    void anAppointmentThatNobodyConfirmsIsThere() {
        VisitKey visit = new VisitKey(department.unit, TestPeople.unique("visit"));
        announcements.announce(
                visit,
                new Announcement(
                        "何先生",
                        "13800000066",
                        1,
                        null,
                        clock.instant().plus(Duration.ofMinutes(20)),
                        null,
                        null,
                        Visit.VIEWING));
        announcements.arrived(visit, null);
        assertThat(visits.get(visit).state()).isEqualTo(VisitState.EXPECTED);

        clock.forward(Duration.ofMinutes(4));

        assertThat(manager.get("/desk").text()).contains("还没有来见 09:20 预约的客人", "何先生 尾号 0066");
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

    @Test
    void manyThingsCostAsManyStatementsAsOne() {
        oneOfEach("一");
        manager.get("/desk/home/part?unit=" + department.unit);
        List<String> few = Statements.during(() -> manager.get("/desk/home/part?unit=" + department.unit));
        for (int i = 0; i < 6; i++) {
            oneOfEach("更多" + i);
        }
        manager.get("/desk/home/part?unit=" + department.unit);
        List<String> many = Statements.during(() -> manager.get("/desk/home/part?unit=" + department.unit));

        assertThat(many).containsExactlyElementsOf(few).hasSizeBetween(10, 40);
    }

    private void oneOfEach(String text) {
        nobodyTakes();
        escalations.raise(department.unit, department.login("A", 1), null, text);
        everybodyIsBusy();
        comes(text);
        clock.forward(Duration.ofMinutes(11));
    }

    // ---- What happens -------------------------------------------------------------------------------------------

    private CallKey call() {
        return new CallKey(department.unit, "home-" + CALLS.incrementAndGet());
    }

    private CallKey nobodyTakes() {
        CallKey key = call();
        phone.receive(key, CALLER, null);
        while (calls.get(key).state() == CallState.RINGING) {
            phone.event(key, CallEvent.NO_ANSWER, null, null);
        }
        assertThat(calls.get(key).state()).isEqualTo(CallState.UNASSIGNED);
        return key;
    }

    private CallKey aRegisterIsOpen() {
        CallKey key = call();
        phone.receive(key, CALLER, null);
        phone.event(key, CallEvent.ANSWERED, null, null);
        phone.event(key, CallEvent.HUNG_UP, null, null);
        Task ask = taskOf(department.login("A", 1));
        tasks.complete(ask.getId(), java.util.Map.of("enquiry", "leasing", "contactedBefore", "no"));
        return key;
    }

    private void everybodyIsBusy() {
        for (String team : List.of("A", "B")) {
            for (int place = 1; place <= 3; place++) {
                presence.away(department.login(team, place), "开会");
            }
        }
    }

    private VisitKey comes(String name) {
        VisitKey key = new VisitKey(department.unit, TestPeople.unique("visit"));
        announcements.announce(key, new Announcement(name, "13800000055", 1, null, null, null, null, Visit.VIEWING));
        return key;
    }

    // ---- What people do -----------------------------------------------------------------------------------------

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

    private DeskBrowser.Page assign(DeskBrowser who, VisitKey key, String team, int place) {
        return who.post(
                "/desk/home/visitor",
                "unit",
                department.unit,
                "visit",
                key.visitId(),
                "agent",
                department.login(team, place));
    }

    private DeskBrowser.Page remind(DeskBrowser who, Task task) {
        return who.post("/desk/home/remind", "unit", department.unit, "task", task.getId());
    }

    /** As the page's script sends it. */
    private DeskBrowser.Page script(DeskBrowser who, String path, String... namesAndValues) {
        var request = MockMvcRequestBuilders.post(path)
                .header("HX-Request", "true")
                .param("unit", department.unit)
                .with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return who.send(request);
    }

    private static String said(DeskBrowser.Page answer) {
        return answer.said("said").map(said -> ((Said) said).text()).orElse("");
    }

    private DeskBrowser browser(SignedInUser user) {
        return DeskBrowser.of(application, user);
    }

    private Task managersTask(String businessKey) {
        return tasks.createTaskQuery()
                .tenantIdIn(department.unit)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private Task taskOf(String login) {
        return tasks.createTaskQuery().taskAssignee(login).singleResult();
    }

    private List<Notice> unread(String login, NoticeKind kind) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }
}
