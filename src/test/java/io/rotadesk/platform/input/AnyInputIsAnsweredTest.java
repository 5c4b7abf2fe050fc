package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Agents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Any value in a field of the API or a cell of a file is never answered with a 5xx, and an accepted one comes back
 * unchanged. The seeds are fixed, so a failure can be repeated; the report names the value.
 */
@RotaDeskTest
class AnyInputIsAnsweredTest {

    private static final String SEED = "20260302";
    private static final int TRIES = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    WebApplicationContext application;

    @Autowired
    RequestCharacters characters;

    @Autowired
    Calls calls;

    @Autowired
    Visits visits;

    @Autowired
    Agents agents;

    @Autowired
    TestClock clock;

    private final MockMvc mvc;
    private final Authentication administrator;
    private final String unit;
    private final String petition;

    /**
     * jqwik creates the instance, not Spring's extension of JUnit; the application is the one that all tests share.
     */
    AnyInputIsAnsweredTest() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        clock.set(TestClock.MONDAY_NINE);
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(characters)
                .apply(springSecurity())
                .build();
        SignedInUser user = new TestPeople(application.getBean(Accounts.class)).with(null, Role.ADMINISTRATOR);
        administrator = UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR"));
        LeasingDepartment department =
                application.getBean(LeasingDepartment.Founder.class).found();
        unit = department.id();
        petition =
                application.getBean(ReceptionPoint.Founder.class).found(null, 1).id();
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyInput.texts();
    }

    @Provide
    Arbitrary<String> values() {
        return AnyInput.values();
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aCallRingsWhateverIsInIt(@ForAll("values") String from, @ForAll("values") String time) throws Exception {
        String id = UUID.randomUUID().toString();
        var answer = send(
                HttpMethod.POST,
                "/api/units/" + unit + "/calls",
                "{\"callId\":\"" + id + "\",\"from\":" + from + ",\"receivedAt\":" + time + ",\"more\":" + from + "}");
        assertThat(answer.getStatus()).isEqualTo(201);
        Call call = calls.get(new CallKey(unit, id));
        JsonNode sent = JSON.readTree(from);
        String kept = sent.isTextual() ? SafeText.cleaned(sent.asText()) : sent.isIntegralNumber() ? sent.asText() : "";
        String cut = SafeText.cut(kept, 120);
        assertThat(call.caller().raw()).isEqualTo(cut.isBlank() ? null : cut.strip());
        hangUp(id);
    }

    private void hangUp(String id) throws Exception {
        send(HttpMethod.POST, "/api/units/" + unit + "/calls/" + id + "/events", "{\"type\":\"hungUp\"}");
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anIdIsKeptAsItIsOrRefused(@ForAll("values") String id) throws Exception {
        var answer = send(HttpMethod.POST, "/api/units/" + unit + "/calls", "{\"callId\":" + id + "}");
        assertThat(answer.getStatus()).isIn(200, 201, 400);
        if (answer.getStatus() < 300) {
            String kept = JSON.readTree(id).asText();
            assertThat(body(answer).path("callId").asText()).isEqualTo(kept);
            hangUp(kept);
        }
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anEventIsAnsweredWhateverIsInIt(@ForAll("values") String one, @ForAll("values") String other)
            throws Exception {
        String path = "/api/units/" + unit + "/calls/no-such-call/events";
        assertAnswered(send(HttpMethod.POST, path, "{\"type\":" + one + ",\"extension\":" + other + "}"));
        assertAnswered(send(
                HttpMethod.POST, path, "{\"type\":\"answered\",\"extension\":" + one + ",\"eventId\":" + other + "}"));
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aVisitorIsKeptAsAnnouncedOrRefused(@ForAll("visitorFields") String field, @ForAll("values") String value)
            throws Exception {
        String id = UUID.randomUUID().toString();
        var answer = send(
                HttpMethod.POST,
                "/api/units/" + unit + "/visits",
                "{\"visitId\":\"" + id + "\"," + AnyInput.json(field) + ":" + value + "}");
        assertThat(answer.getStatus()).isIn(201, 400);
        if (answer.getStatus() == 400) {
            assertThat(body(answer).path("fields").findValuesAsText("field")).contains(field);
            return;
        }
        Visit visit = visits.get(new VisitKey(unit, id));
        String kept = switch (field) {
            case "visitorName" -> visit.announced().name();
            case "company" -> visit.announced().company();
            case "meetingPoint" -> visit.coming().meetingPoint();
            default -> null;
        };
        JsonNode sent = JSON.readTree(value);
        if (kept != null) {
            assertThat(kept).isEqualTo(sent.asText().strip());
        }
    }

    @Provide
    Arbitrary<String> visitorFields() {
        return Arbitraries.of(
                "visitorName",
                "visitorPhone",
                "partySize",
                "company",
                "appointmentAt",
                "meetingPoint",
                "namedAgent",
                "purpose");
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aUnitIsKeptAsSentOrRefused(@ForAll("texts") String name, @ForAll("values") String value) throws Exception {
        String path = "/api/units/" + unit;
        var saved = send(HttpMethod.PUT, path, "{\"name\":" + AnyInput.json(name) + "}");
        assertAnswered(saved);
        if (saved.getStatus() == 200) {
            assertThat(body(send(HttpMethod.GET, path, null)).path("name").asText())
                    .isEqualTo(name.strip());
        }
        for (String field : List.of("projectName", "parentId", "managers", "settings", "kind", "id")) {
            assertAnswered(send(HttpMethod.PUT, path, "{\"" + field + "\":" + value + "}"));
        }
        assertAnswered(send(HttpMethod.PUT, path, "{\"managers\":[" + value + "]}"));
        assertAnswered(send(HttpMethod.PUT, path, "{" + AnyInput.json(name) + ":1}"));
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aSettingIsKeptOrRefused(@ForAll("values") String value, @ForAll int which) throws Exception {
        List<String> keys = new ArrayList<>();
        body(send(HttpMethod.GET, "/api/units/" + unit, null))
                .path("settings")
                .fieldNames()
                .forEachRemaining(keys::add);
        String key = keys.get(Math.floorMod(which, keys.size()));
        assertAnswered(send(
                HttpMethod.PUT, "/api/units/" + unit, "{\"settings\":{" + AnyInput.json(key) + ":" + value + "}}"));
        keys.clear();
        body(send(HttpMethod.GET, "/api/units/" + petition + "/petition-settings", null))
                .path("settings")
                .fieldNames()
                .forEachRemaining(keys::add);
        key = keys.get(Math.floorMod(which, keys.size()));
        assertAnswered(send(
                HttpMethod.PUT,
                "/api/units/" + petition + "/petition-settings",
                "{" + AnyInput.json(key) + ":" + value + "}"));
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aTokensNameAndAMergeAreKeptOrRefused(@ForAll("values") String value) throws Exception {
        String path = "/api/units/" + unit;
        var made = send(HttpMethod.POST, path + "/tokens", "{\"name\":" + value + "}");
        assertThat(made.getStatus()).isIn(201, 400);
        if (made.getStatus() == 201) {
            assertThat(body(made).path("name").asText())
                    .isEqualTo(JSON.readTree(value).asText().strip());
        }
        assertAnswered(send(HttpMethod.POST, path + "/customers/1/merge", "{\"from\":" + value + "}"));
        assertAnswered(send(HttpMethod.POST, path + "/customers/1/merge", "{\"from\":2,\"agent\":" + value + "}"));
        assertAnswered(send(HttpMethod.PUT, "/api/accounts/nobody/password", "{\"password\":" + value + "}"));
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aCellOfTheRosterIsKeptOrNamed(@ForAll("texts") String cell, @ForAll("columns") String column)
            throws Exception {
        String login = TestPeople.unique("cell");
        Map<String, String> row = new LinkedHashMap<>();
        row.put("login", login);
        row.put("name", "甲");
        row.put("mobile", "13900000001");
        row.put("extension", "");
        row.put("team", "A");
        row.put("place", "9");
        row.put(column, cell);
        String csv = String.join(",", row.keySet()) + "\n"
                + String.join(",", row.values().stream().map(AnyInput::cell).toList());
        var answer = mvc.perform(MockMvcRequestBuilders.put("/api/units/" + unit + "/roster")
                        .with(authentication(administrator))
                        .contentType("text/csv;charset=UTF-8")
                        .content(csv.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 400);
        if (answer.getStatus() == 400) {
            assertThat(body(answer).path("rows")).isNotEmpty();
        } else if (column.equals("name")) {
            // A character that UTF-8 cannot write became a question mark before it was sent.
            String sent = new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(agents.get(login).name()).isEqualTo(sent.strip());
        }
    }

    @Provide
    Arbitrary<String> columns() {
        return Arbitraries.of(AnyInput.columns());
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aLineOfTheCalendarIsKeptOrNamed(@ForAll("texts") String text) throws Exception {
        for (String line : List.of(text, "2026-10-01 休 " + text, text + " 休", "2026-10-01 " + text)) {
            var answer = mvc.perform(MockMvcRequestBuilders.put("/api/units/" + petition + "/calendar")
                            .with(authentication(administrator))
                            .contentType("text/plain;charset=UTF-8")
                            .content(line.getBytes(StandardCharsets.UTF_8)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isIn(200, 400);
        }
    }

    private static void assertAnswered(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isLessThan(500);
    }

    private static JsonNode body(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private MockHttpServletResponse send(HttpMethod method, String path, String json) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path))
                .with(authentication(administrator))
                .accept(MediaType.APPLICATION_JSON);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.getBytes(StandardCharsets.UTF_8));
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
