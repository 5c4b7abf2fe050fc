package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.web.desk.DepartmentInBrowser;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Late work is on the home page, and its person is reminded there. */
class RemindersByHandTest extends HomeScenario {

    @Autowired
    JdbcClient db;

    @Test
    @Tag("L2.3")
    void aLateRegisterShowsWhoseItIsAndItsPersonIsRemindedOnceAMinute() {
        String agent = department.login("A", 1);
        CallKey key = aRegisterIsOpen();
        assertThat(manager.get("/desk").text()).contains("一切正常");
        clock.forward(Duration.ofHours(1));

        String page = manager.get("/desk").text();
        assertThat(page).contains("安一 还没有填写来电登记表", "尾号 0001", "到期", "提醒");
        assertThat(manager.in(Locale.ENGLISH).get("/desk").text())
                .contains("安一 has not done “Fill in the call register”");
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

        tasks.complete(task.getId(), Map.of("customerName", "何先生", "customerPhone", CALLER, "leftOwnDetails", true));
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
    void thePageLooksAgainWhenATaskIsLate() {
        assertThat(manager.get("/desk").html()).doesNotContain("data-again");
        aRegisterIsOpen();
        Instant due = taskOf(department.login("A", 1)).getDueDate().toInstant();
        assertThat(due).isAfter(clock.instant());

        assertThat(manager.get("/desk").html())
                .contains(
                        "data-again=\"" + Duration.between(clock.instant(), due).toMillis() + "\"");

        clock.forward(Duration.between(clock.instant(), due));
        assertThat(manager.get("/desk").html()).contains("还没有填写").doesNotContain("data-again");
    }
}
