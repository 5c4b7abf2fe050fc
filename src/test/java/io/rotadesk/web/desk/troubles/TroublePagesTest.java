package io.rotadesk.web.desk.troubles;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The unit's leaders and the process owners see a trouble until somebody has put it right. */
@RotaDeskTest
class TroublePagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Troubles troubles;

    @Autowired
    Accounts accounts;

    @Autowired
    Announcements visits;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestClock clock;

    private DepartmentInBrowser department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        troubles.note(
                department.unit, CallHandling.PROCESS, CallHandling.Task.FIND_CALLER, TroubleKind.NOT_STARTED, null);
        troubles.note(
                department.unit, CallHandling.PROCESS, CallHandling.Task.FIND_CALLER, TroubleKind.NOT_STARTED, null);
    }

    private DeskBrowser owner() {
        return DeskBrowser.of(application, new TestPeople(accounts).with(department.unit, Role.PROCESS_OWNER));
    }

    @Test
    void managerAndOwnerAreToldOnEveryPageAndSeeTheElement() {
        for (DeskBrowser somebody : new DeskBrowser[] {department.manager(), owner()}) {
            assertThat(somebody.get("/desk/duty").text()).contains("流程有 1 处问题待处理");
            assertThat(somebody.get("/desk/calls").text()).contains("流程有 1 处问题待处理");
            assertThat(somebody.get("/desk/troubles").text())
                    .contains(CallHandling.PROCESS, CallHandling.Task.FIND_CALLER, "流程不能启动", "2");
        }
        assertThat(department.manager().in(Locale.ENGLISH).get("/desk/troubles").text())
                .contains("The process could not be started");
    }

    @Test
    void agentsAndOtherUnitsAreNotTold() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get("/desk").text()).doesNotContain("处问题");
        assertThat(agent.get("/desk/troubles").status()).isEqualTo(403);
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        assertThat(other.manager().get("/desk/troubles").text()).doesNotContain(CallHandling.Task.FIND_CALLER);
        long id = told().get(0).id();
        other.manager().post("/desk/troubles/" + id + "/clear");
        agent.post("/desk/troubles/" + id + "/clear");
        assertThat(troubles.count(department.unit)).isEqualTo(1);
    }

    @Test
    void buttonForAVisitWhoseProcessIsSuspendedSaysSo() {
        VisitKey key = new VisitKey(department.unit, "suspended");
        visits.announce(
                key,
                new Announcement("李先生", null, 1, null, clock.instant().plusSeconds(7200), null, null, Visit.VIEWING));
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.visitId())
                .tenantIdIn(department.unit)
                .singleResult()
                .getId();
        runtime.suspendProcessInstanceById(instance);
        var page = department.manager().post("/desk/reception/visit/" + key + "/cancel", "unit", department.unit);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("这项流程已被暂停", "没有做任何更改");
    }

    @Test
    void aTroublePutRightIsHiddenUntilItHappensAgain() {
        long id = told().get(0).id();
        assertThat(department
                        .manager()
                        .post("/desk/troubles/" + id + "/clear", "unit", department.unit)
                        .redirect())
                .startsWith("/desk/troubles");
        assertThat(department.manager().get("/desk/duty").text()).doesNotContain("处问题");
        troubles.note(
                department.unit, CallHandling.PROCESS, CallHandling.Task.FIND_CALLER, TroubleKind.NOT_STARTED, null);
        assertThat(told()).hasSize(1);
    }

    /** Leaves out troubles without a unit: other tests leave engagements with contacts that never existed. */
    private List<Trouble> told() {
        return troubles.openOf(department.unit, 100_000).stream()
                .filter(trouble -> trouble.unitId().equals(department.unit))
                .toList();
    }
}
