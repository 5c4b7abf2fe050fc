package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskRegister;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An entry of each register, and what a person does on its page. */
@RotaDeskTest
abstract class CorrectionScenario {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Calls calls;

    @Autowired
    Visits visits;

    @Autowired
    Customers customers;

    @Autowired
    LookUps lookUps;

    @Autowired
    Notes notes;

    @Autowired
    Corrections corrections;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    CallKey call;
    VisitKey visit;

    @BeforeEach
    void anEntryOfEachRegister() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        call = call("c1", Map.of());
        visit = new VisitKey(department.unit, "v1");
        Map<String, Object> row = new HashMap<>(Map.of(
                "unit_id",
                department.unit,
                "visit_id",
                "v1",
                "source",
                "BY_HAND",
                "state",
                "REGISTERED",
                "announced_at",
                TestClock.MONDAY_NINE,
                "arrived_at",
                TestClock.MONDAY_NINE,
                "purpose",
                "viewing",
                "agent",
                department.login("B", 1),
                "party_size",
                1,
                "registered_at",
                TestClock.MONDAY_NINE));
        row.put("candidates", 0);
        row.put("customer_name", "王女士");
        row.put("intent", "catering");
        new DeskRegister(jdbc, "visit_register", "/desk/visits", Map.of()).add(row);
    }

    CallKey call(String id, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "unit_id",
                department.unit,
                "call_id",
                id,
                "source",
                "PHONE_SYSTEM",
                "state",
                "REGISTERED",
                "received_at",
                TestClock.MONDAY_NINE,
                "caller_phone",
                "+8613812345678",
                "agent",
                department.login("A", 1),
                "customer_name",
                "12",
                "customer_phone",
                "+8613812345678",
                "registered_at",
                TestClock.MONDAY_NINE));
        row.put("left_own_details", true);
        row.put("candidates", 0);
        row.put("follow_up_tries", 0);
        row.putAll(columns);
        new DeskRegister(jdbc, "call_register", "/desk/calls", Map.of()).add(row);
        return new CallKey(department.unit, id);
    }

    /** The customers that the page offers, as it names them. */
    static List<String> offered(DeskBrowser.Page page) {
        return Pattern.compile("name=\"who\" value=\"([^\"]+)\"")
                .matcher(page.html())
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    String offered(DeskBrowser person, CallKey key) {
        return offered(person.post(page(key), typed(Map.of("customerName", "某", "customerPhone", "13900000009"))))
                .get(0);
    }

    static MockHttpServletRequestBuilder post(String page, String form) {
        var request = MockMvcRequestBuilders.post(page).with(csrf());
        Stream.of(form.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> request.param(pair[0], pair[1]));
        return request;
    }

    void erase(CallKey key) {
        String[] form = {"unit", department.unit, "kind", "CALL", "entry", key.toString(), "sure", "true"};
        assertThat(department.manager().post("/desk/erasures", form).status()).isEqualTo(302);
    }

    static String[] with(String basedOn, String... form) {
        return Stream.concat(Stream.of("basedOn", basedOn), Stream.of(form)).toArray(String[]::new);
    }

    /** The form as the page sends it. */
    static String[] typed(Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("basedOn", "1", "customerName", "12", "customerPhone", "138 1234 5678", "reason", "听错了"));
        form.putAll(changes);
        return form.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    static String entry(CallKey key) {
        return "/desk/calls/entry/" + key;
    }

    static String entry(VisitKey key) {
        return "/desk/visits/entry/" + key;
    }

    static String page(CallKey key) {
        return entry(key) + "/correct";
    }

    static String page(VisitKey key) {
        return entry(key) + "/correct";
    }
}
