package io.rotadesk.web.desk.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.TextColumns;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskRegister;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A manager erases a person on a page; nobody else does. */
@RotaDeskTest
class ErasurePagesTest {

    private static final String NAME = "令狐小棠";

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String page;

    @BeforeEach
    void aMissedCall() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        page = "/desk/erasures?unit=" + department.unit;
        call("m1", "MISSED", "+8613987650501");
    }

    @Test
    void managerErasesByNumberAndSeesThatItWasDone() {
        DeskBrowser manager = department.manager();
        assertThat(manager.get(page).text()).contains("电话号码");

        var done = manager.post(page, "number", "139-8765-0501", "sure", "true");

        assertThat(done.status()).isEqualTo(302);
        assertThat(TextColumns.thatHold(db, "13987650501")).isEmpty();
        assertThat(TextColumns.thatHold(db, NAME)).isEmpty();
        assertThat(manager.get(page).text()).contains("删除记录").doesNotContain("13987650501");
        assertThat(manager.in(Locale.ENGLISH).get(page).text()).contains("Erase a person");
    }

    @Test
    void entryLeadsToErasingItsPerson() {
        DeskBrowser manager = department.manager();
        String entry = department.unit + ":m1";
        assertThat(manager.get("/desk/calls/entry/" + entry).html()).contains("/desk/erasures?unit=");
        assertThat(manager.get(page + "&kind=CALL&entry=" + entry).text()).contains("139 8765 0501");

        var done = manager.post(page, "kind", "CALL", "entry", entry, "sure", "true");

        assertThat(done.status()).isEqualTo(302);
        assertThat(TextColumns.thatHold(db, NAME)).isEmpty();
    }

    @Test
    void nothingIsErasedWithoutTheTickWithoutANumberOrDuringTheCall() {
        DeskBrowser manager = department.manager();
        assertThat(manager.post(page, "number", "13987650501").status()).isEqualTo(400);
        assertThat(manager.post(page, "number", "12", "sure", "true").status()).isEqualTo(400);
        call("r1", "RINGING", "+8613987650501");
        var refused = manager.post(page, "number", "13987650501", "sure", "true");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("正在与此人通话");
        var overRest = department
                .administrator()
                .ask(MockMvcRequestBuilders.post("/api/units/" + department.unit + "/erasures")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"phone\": \"13987650501\"}"));
        assertThat(overRest.status()).isEqualTo(409);
        assertThat(overRest.html()).contains("正在与此人通话");
        assertThat(TextColumns.thatHold(db, "13987650501")).isNotEmpty();
        jdbc.update("delete from call_register where unit_id = ?", department.unit);
    }

    @Test
    void agentsAndOtherUnitsManagersEraseNobody() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get(page).status()).isEqualTo(403);
        assertThat(agent.post(page, "number", "13987650501", "sure", "true").status())
                .isEqualTo(403);
        assertThat(agent.get("/desk/calls").html()).doesNotContain("/desk/erasures");
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        assertThat(other.manager()
                        .post(page, "number", "13987650501", "sure", "true")
                        .status())
                .isEqualTo(403);
        var foreign = other.manager()
                .post(
                        "/desk/erasures?unit=" + other.unit,
                        "kind",
                        "CALL",
                        "entry",
                        department.unit + ":m1",
                        "sure",
                        "true");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(TextColumns.thatHold(db, "13987650501")).isNotEmpty();
        jdbc.update("delete from call_register where unit_id = ?", department.unit);
    }

    @Test
    void administratorsErasingOverRestLeavesNoNumberInTheAddress() {
        String path = "/api/units/" + department.unit + "/erasures";
        DeskBrowser administrator = department.administrator();
        var bad = administrator.ask(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"phone\": \"\"}"));
        assertThat(bad.status()).isEqualTo(400);
        var done = administrator.ask(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"phone\": \"+86 139 8765 0501\"}"));
        assertThat(done.status()).as(done.html()).isEqualTo(200);
        assertThat(done.html()).contains("\"calls\":1");
        assertThat(TextColumns.thatHold(db, "13987650501")).isEmpty();
        assertThat(department
                        .manager()
                        .send(MockMvcRequestBuilders.post(path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"phone\": \"13987650501\"}"))
                        .status())
                .isEqualTo(403);
    }

    private void call(String id, String state, String number) {
        new DeskRegister(
                        jdbc,
                        "call_register",
                        "/desk/calls",
                        Map.of(
                                "unit_id",
                                department.unit,
                                "source",
                                "PHONE_SYSTEM",
                                "received_at",
                                TestClock.MONDAY_NINE.minusSeconds(1),
                                "candidates",
                                0,
                                "follow_up_tries",
                                0))
                .add(Map.of("call_id", id, "state", state, "caller_phone", number, "customer_name", NAME));
    }
}
