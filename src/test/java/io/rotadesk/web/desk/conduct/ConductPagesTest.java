package io.rotadesk.web.desk.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.web.desk.DepartmentInBrowser;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
@Tag("L3.6")
class ConductPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String page;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        page = "/desk/conduct?unit=" + department.unit;
    }

    @Test
    void theManagerSeesEveryAgentPointByPoint() {
        check(department.login("B", 1), clock.instant(), 4, "介绍<b>很细</b>", "谢谢");
        check(department.login("B", 1), clock.instant(), 5, null, null);
        check(department.login("B", 2), clock.instant(), 2, null, null);

        String seen = department.manager().get(page).text();

        assertThat(seen).contains("白一 2 4.5", "白二 1 2.0", "微笑 4", "介绍<b>很细</b>", "谢谢", "还没有看");
        assertThat(department.manager().get(page).html()).doesNotContain("<b>很细</b>");
        assertThat(department.manager().in(Locale.ENGLISH).get(page).text())
                .contains("Spot checks", "Not seen yet")
                .doesNotContain("??");
    }

    @Test
    void anAgentSeesTheirOwnOnly() {
        check(department.login("B", 1), clock.instant(), 4, "自己的说明", null);
        check(department.login("B", 2), clock.instant(), 2, "别人的说明", null);

        String seen = department.agent("B", 1).get(page).text();

        assertThat(seen).contains("您的接待被检查的结果", "自己的说明").doesNotContain("别人的说明", "白二");
        assertThat(department.agent("A", 1).get(page).text()).contains("这段时间没有检查");
    }

    @Test
    void aPeriodIsDaysOfTheUnitAndTheUsualOneIsThirty() {
        check(department.login("B", 1), clock.instant().minus(Duration.ofDays(40)), 1, "四十天前", null);
        check(department.login("B", 1), clock.instant(), 5, "今天", null);

        assertThat(department.manager().get(page).text()).contains("今天").doesNotContain("四十天前");
        assertThat(department.manager().get(page + "&from=2026-01-01").text()).contains("今天", "四十天前", "3.0");
        assertThat(department
                        .manager()
                        .get(page + "&from=2026-01-01&to=2026-03-01")
                        .text())
                .contains("四十天前")
                .doesNotContain("今天");
    }

    @Test
    void anotherUnitsChecksAreNobodysBusiness() {
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        assertThat(other.manager().get(page).status()).isEqualTo(403);
        assertThat(other.agent("B", 1).get(page).status()).isEqualTo(403);
        assertThat(department.administrator().get(page).status()).isEqualTo(200);
    }

    private void check(String agent, Instant at, int smile, String remarks, String answer) {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into service_check (id, unit_id, contact_kind, contact_id, agent, sampled_at, checked_by,"
                        + " checked_at, remarks, answer, read_at) values (?, ?, 'VISIT', ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                department.unit,
                department.unit + ":" + id,
                agent,
                Timestamp.from(at),
                department.manager.login(),
                Timestamp.from(at),
                remarks,
                answer,
                answer == null ? null : Timestamp.from(at));
        jdbc.update("insert into service_mark (check_id, point, mark) values (?, 'SMILE', ?)", id, smile);
    }
}
