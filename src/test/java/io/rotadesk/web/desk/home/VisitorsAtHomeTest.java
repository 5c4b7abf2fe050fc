package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor with whom nobody is in time is on the home page, and is given to an agent there. */
class VisitorsAtHomeTest extends HomeScenario {

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
    @Tag("L3.2a")
    void anAppointmentThatNobodyConfirmsIsThere() {
        comesToAnAppointment("何先生", "13800000066");

        clock.forward(Duration.ofMinutes(4));

        assertThat(manager.get("/desk").text()).contains("还没有来见 09:20 预约的客人", "何先生 尾号 0066");
    }

    @Test
    @Tag("L3.1")
    void thePageLooksAgainWhenAVisitorHasWaitedTooLong() {
        everybodyIsBusy();
        comes("林女士");
        clock.forward(Duration.ofMinutes(4));
        assertThat(manager.get("/desk").html())
                .contains("data-again=\"" + Duration.ofMinutes(6).toMillis() + "\"");

        clock.forward(Duration.ofMinutes(6));
        assertThat(manager.get("/desk").html()).contains("客人等候太久").doesNotContain("data-again");
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
}
