package io.rotadesk.web.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The manager sets a queue's order on the page. */
@RotaDeskTest
class OrderPagesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    @Autowired
    WebApplicationContext application;

    @Autowired
    DutyDays days;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
    }

    @Test
    @Tag("L1.2")
    void theManagerSetsTheOrderOfTheCallsOfADayAndGoesBackToThePlan() {
        assertThat(page("CALL").text()).containsSubsequence("3月3日", "接电", "白一", "白二", "白三", "不在其中", "安一");
        assertThat(save("CALL", login("B", 3), login("B", 1), login("A", 2))).contains("经理排定");
        assertThat(order(Queue.CALL)).containsExactly(login("B", 3), login("B", 1), login("A", 2));
        assertThat(order(Queue.VISIT)).as("untouched").containsExactly(login("A", 1), login("A", 2), login("A", 3));
        assertThat(department.manager().get("/desk/duty").text()).contains("次序已排定");

        var back = department
                .manager()
                .post("/desk/duty/order/planned", "unit", department.unit, "day", "2026-03-03", "queue", "CALL");
        assertThat(back.redirect()).contains("queue=CALL");
        assertThat(order(Queue.CALL)).containsExactly(login("B", 1), login("B", 2), login("B", 3));
        assertThat(page("CALL").text()).doesNotContain("经理排定");
    }

    @Test
    @Tag("L1.3")
    void theOrderOfTheVisitsIsSetByItself() {
        save("VISIT", login("A", 2), login("A", 1), login("A", 3));
        assertThat(order(Queue.VISIT)).startsWith(login("A", 2));
        assertThat(order(Queue.CALL)).startsWith(login("B", 1));
        assertThat(department.manager().in(Locale.ENGLISH).get(path("VISIT")).text())
                .contains("Duty order", "set by hand", "Put in");
    }

    @Test
    void peopleOfOtherUnitsAndPastDaysAreRefused() {
        String stranger = new DepartmentInBrowser(application).login("A", 1);
        save("CALL", stranger);
        assertThat(order(Queue.CALL)).hasSize(3);
        var refused = department
                .manager()
                .post(
                        "/desk/duty/order",
                        "unit",
                        department.unit,
                        "day",
                        "2026-03-03",
                        "queue",
                        "CALL",
                        "login",
                        login("B", 3),
                        "login",
                        stranger,
                        "login",
                        login("B", 1));
        assertThat(department.manager().follow(refused).html())
                .as("the order stays as it was arranged")
                .containsSubsequence(
                        "value=\"" + login("B", 3) + "\">",
                        "value=\"" + login("B", 1) + "\">",
                        "value=\"" + login("B", 2) + "\" disabled");
        clock.forward(java.time.Duration.ofDays(3));
        save("CALL", login("B", 2));
        assertThat(order(Queue.CALL)).hasSize(3);
    }

    @Test
    void onlyManagersOfTheUnitMayDoSo() {
        DeskBrowser agent = department.agent("A", 1);
        DeskBrowser stranger = new DepartmentInBrowser(application).manager();
        for (DeskBrowser who : List.of(agent, stranger)) {
            assertThat(who.get(path("CALL")).status()).isEqualTo(403);
            assertThat(who.post(
                                    "/desk/duty/order",
                                    "unit",
                                    department.unit,
                                    "day",
                                    "2026-03-03",
                                    "queue",
                                    "CALL",
                                    "login",
                                    login("B", 2))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(order(Queue.CALL)).hasSize(3);
    }

    private DeskBrowser.Page page(String queue) {
        return department.manager().get(path(queue));
    }

    private String path(String queue) {
        return "/desk/duty/order?unit=" + department.unit + "&day=2026-03-03&queue=" + queue;
    }

    /** @return the page after it */
    private String save(String queue, String... logins) {
        String[] fields = new String[6 + 2 * logins.length];
        System.arraycopy(new String[] {"unit", department.unit, "day", "2026-03-03", "queue", queue}, 0, fields, 0, 6);
        for (int i = 0; i < logins.length; i++) {
            fields[6 + 2 * i] = "login";
            fields[7 + 2 * i] = logins[i];
        }
        var saved = department.manager().post("/desk/duty/order", fields);
        assertThat(saved.redirect()).startsWith("/desk/duty/order?");
        return page(queue).text();
    }

    private String login(String team, int place) {
        return department.login(team, place);
    }

    private List<String> order(Queue queue) {
        return days.on(department.unit, TUESDAY).order().get(queue).stream()
                .map(Agent::login)
                .toList();
    }
}
