package io.rotadesk.web.desk.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class NoticePagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    DeskBrowser manager;

    @BeforeEach
    void aQuestionWaits() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        manager = department.manager();
        notices.tell(
                NoticeKind.QUESTION_ASKED,
                department.unit,
                List.of(department.manager.login()),
                "7",
                "/desk/disputes",
                "09:00",
                "答复问题");
    }

    @Test
    void aPersonReadsTheirNoticesInTheirLanguageAndActsOrPutsThemAway() {
        assertThat(manager.get("/desk/notices").text()).contains("2026-03-02 09:00", "有一个问题请您答复", "去处理");
        assertThat(manager.in(Locale.ENGLISH).get("/desk/notices").text()).contains("A question waits for your answer");

        assertThat(manager.post("/desk/notices/seen", "id", id()).redirect()).isEqualTo("/desk/notices");

        assertThat(manager.get("/desk/notices").text()).contains("没有未读的通知");
    }

    @Test
    void screensAskForThemAsJson() {
        assertThat(manager.get("/desk/notices/unread").html())
                .contains("\"text\":\"09:00 有一个问题请您答复。\"", "\"link\":\"/desk/disputes\"", "\"token\":");

        assertThat(manager.post("/desk/notices/" + id() + "/read").status()).isEqualTo(204);

        assertThat(manager.get("/desk/notices/unread").html()).contains("\"notices\":[]");
    }

    @Test
    void nobodyReadsOrPutsAwayAnothersNotice() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get("/desk/notices").text()).doesNotContain("有一个问题请您答复");
        assertThat(agent.get("/desk/notices/unread").html()).contains("\"notices\":[]");

        agent.post("/desk/notices/" + id() + "/read");
        agent.post("/desk/notices/seen", "id", id());
        agent.post("/desk/notices/seen");

        assertThat(notices.unread(department.manager.login())).hasSize(1);
    }

    private String id() {
        return String.valueOf(notices.unread(department.manager.login()).get(0).id());
    }
}
