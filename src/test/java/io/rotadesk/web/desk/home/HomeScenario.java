package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.escalation.Escalations;
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
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A department on a Monday morning, its manager at the home page, a second manager and a deputy. */
@RotaDeskTest
abstract class HomeScenario {

    static final String CALLER = "13800000001";
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
    Notices notices;

    @Autowired
    Presence presence;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskService tasks;

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

    // ---- What happens -------------------------------------------------------------------------------------------

    CallKey call() {
        return new CallKey(department.unit, "home-" + CALLS.incrementAndGet());
    }

    CallKey nobodyTakes() {
        CallKey key = call();
        phone.receive(key, CALLER, null);
        while (calls.get(key).state() == CallState.RINGING) {
            phone.event(key, CallEvent.NO_ANSWER, null, null);
        }
        assertThat(calls.get(key).state()).isEqualTo(CallState.UNASSIGNED);
        return key;
    }

    CallKey aRegisterIsOpen() {
        CallKey key = call();
        phone.receive(key, CALLER, null);
        phone.event(key, CallEvent.ANSWERED, null, null);
        phone.event(key, CallEvent.HUNG_UP, null, null);
        tasks.complete(taskOf(key).getId(), Map.of("enquiry", "leasing", "contactedBefore", "no"));
        return key;
    }

    void everybodyIsBusy() {
        for (String team : List.of("A", "B")) {
            for (int place = 1; place <= 3; place++) {
                presence.away(department.login(team, place), "开会");
            }
        }
    }

    VisitKey comes(String name) {
        return announced(name, "13800000055", null);
    }

    /** A visitor with an appointment in 20 minutes is here, and nobody has come to meet them yet. */
    VisitKey comesToAnAppointment(String name, String number) {
        VisitKey key = announced(name, number, clock.instant().plus(Duration.ofMinutes(20)));
        announcements.arrived(key, null);
        assertThat(visits.get(key).state()).isEqualTo(VisitState.EXPECTED);
        return key;
    }

    private VisitKey announced(String name, String number, Instant appointment) {
        VisitKey key = new VisitKey(department.unit, TestPeople.unique("visit"));
        announcements.announce(key, new Announcement(name, number, 1, null, appointment, null, null, Visit.VIEWING));
        return key;
    }

    // ---- What people do -----------------------------------------------------------------------------------------

    DeskBrowser.Page remind(DeskBrowser who, Task task) {
        return who.post("/desk/home/remind", "unit", department.unit, "task", task.getId());
    }

    /** As the page's script sends it. */
    DeskBrowser.Page script(DeskBrowser who, String path, String... namesAndValues) {
        var request = MockMvcRequestBuilders.post(path)
                .header("HX-Request", "true")
                .param("unit", department.unit)
                .with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return who.send(request);
    }

    static String said(DeskBrowser.Page answer) {
        return answer.said("said").map(said -> ((Said) said).text()).orElse("");
    }

    DeskBrowser browser(SignedInUser user) {
        return DeskBrowser.of(application, user);
    }

    Task taskOf(String login) {
        return tasks.createTaskQuery().taskAssignee(login).singleResult();
    }

    Task taskOf(CallKey call) {
        return tasks.createTaskQuery()
                .tenantIdIn(department.unit)
                .processInstanceBusinessKey(call.callId())
                .singleResult();
    }

    List<Notice> unread(String login, NoticeKind kind) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }
}
