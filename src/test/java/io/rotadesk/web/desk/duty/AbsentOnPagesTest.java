package io.rotadesk.web.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The pages say of everybody why they get no turns: not logged in, no page open, away, on leave. */
@RotaDeskTest
class AbsentOnPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    OpenPages pages;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    TestClock clock;

    private DepartmentInBrowser department;

    @BeforeEach
    void oneIsHereOneHasClosedThePageAndOneIsAway() {
        found(Map.of());
    }

    private void found(Map<String, ?> settings) {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application, settings);
        pages.opened(department.login("A", 2));
        presence.away(department.login("A", 3), "开会");
        clock.forward(Duration.ofMinutes(12));
        pages.opened(department.login("A", 1));
    }

    @Test
    void theBoardSaysIt() {
        assertThat(department.manager().get("/desk/duty").text())
                .contains("09:00 起没有打开页面", "今天还没登录", "不在岗", "3 人中 1 人空闲", "3 人中 0 人空闲");
        assertThat(department.manager().in(Locale.ENGLISH).get("/desk/duty").text())
                .contains("no page open since 09:00", "not logged in today", "away from the desk");
    }

    @Test
    void theManagersListSaysIt() {
        DeskBrowser.Page roster = department.manager().get("/desk/roster");
        assertThat(roster.text()).contains("09:00 起没有打开页面", "今天还没登录");
        // The marks, not the buttons that set them.
        assertThat(roster.html())
                .containsPattern("dot\"></span>\\s*<span[^>]*>在岗")
                .containsPattern("dot\"></span>\\s*<span[^>]*>离开");
        assertThat(department.manager().in(Locale.ENGLISH).get("/desk/roster").text())
                .contains("no page open since 09:00", "not logged in today");
    }

    @Test
    void theLedgerSaysIt() {
        Contact call = Contact.call("absent-on-pages");
        rota.finished(
                call,
                rota.offer(department.unit, Queue.CALL, call)
                        .turn()
                        .orElseThrow()
                        .login());
        Contact another = Contact.call("absent-on-pages-2");
        rota.offer(department.unit, Queue.CALL, another);
        assertThat(department
                        .manager()
                        .get("/desk/duty/ledger?unit=" + department.unit)
                        .text())
                .contains("没有打开页面");
        assertThat(department
                        .manager()
                        .in(Locale.ENGLISH)
                        .get("/desk/duty/ledger?unit=" + department.unit)
                        .text())
                .contains("no page open");
    }

    @Test
    void nothingIsSaidWhereTurnsNeedNoPage() {
        found(Map.of("turnsNeedPage", List.of()));
        assertThat(department.manager().get("/desk/duty").text())
                .contains("3 人中 2 人空闲", "3 人中 3 人空闲")
                .doesNotContain("没有打开页面", "还没登录");
        assertThat(department.manager().get("/desk/roster").text()).doesNotContain("没有打开页面", "还没登录");
    }
}
