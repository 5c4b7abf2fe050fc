package io.rotadesk.web.api.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A department is set up by REST, as its administrator would. */
@RotaDeskTest
class SetupApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Accounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    Units units;

    @Autowired
    Agents agents;

    TestPeople people;
    String admin;
    String unit;
    String li;
    String wang;

    @BeforeEach
    void administrator() {
        people = new TestPeople(accounts);
        admin = people.with(null, Role.ADMINISTRATOR).login();
        unit = TestPeople.unique("unit");
        li = TestPeople.unique("li");
        wang = TestPeople.unique("wang");
    }

    @Test
    void aUnitIsMadeAndChanged() {
        ResponseEntity<JsonNode> made = putUnit(Map.of(
                "name", "城东招商部", "managers", List.of(li), "settings", Map.of("rings", 4, "takeOverTime", "45s")));
        assertThat(made.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(made.getBody().at("/projectName").asText()).isEqualTo("广安世纪");
        assertThat(made.getBody().at("/settings/rings").asInt()).isEqualTo(4);

        ResponseEntity<JsonNode> changed =
                putUnit(Map.of("projectName", "城东新天地", "settings", Map.of("ringTime", "6s")));
        assertThat(changed.getStatusCode()).isEqualTo(HttpStatus.OK);
        Unit saved = units.get(unit);
        assertThat(saved.name()).isEqualTo("城东招商部");
        assertThat(saved.projectName()).isEqualTo("城东新天地");
        assertThat(saved.managers()).containsExactly(li);
        assertThat(saved.settings().get(CallSettings.class).rings()).isEqualTo(4);
        assertThat(saved.settings().get(CallSettings.class).ringTime()).isEqualTo(Duration.ofSeconds(6));
        assertThat(saved.settings().get(CallSettings.class).takeOverTime()).isEqualTo(Duration.ofSeconds(45));
        assertThat(units.get(unit).settings().overrides()).containsOnlyKeys("rings", "ringTime", "takeOverTime");
    }

    @Test
    void aUnitThatWasReadCanBeSentBack() {
        putUnit(Map.of("name", "城南招商部", "settings", Map.of("closedWeekdays", List.of("SUNDAY"))));
        JsonNode read = get("/api/units/" + unit).getBody();
        assertThat(send(HttpMethod.PUT, "/api/units/" + unit, read).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(get("/api/units/" + unit).getBody()).isEqualTo(read);
        assertThat(get("/api/units").getBody().findValuesAsText("id")).contains(unit);
    }

    @Test
    void everyBadFieldIsNamedAndNothingChanges() {
        ResponseEntity<JsonNode> refused = putUnit(Map.of(
                "name",
                "城北招商部",
                "managers",
                "li",
                "colour",
                "red",
                "settings",
                Map.of("rings", 0, "ringTime", "soon", "volume", 11)));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody().at("/fields").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "managers", "colour", "settings.rings", "settings.ringTime", "settings.volume");
        assertThat(refused.getBody().at("/fields").findValuesAsText("message"))
                .allSatisfy(message -> assertThat(message).isNotBlank());
        assertThat(units.find(unit)).isEmpty();
    }

    @Test
    void aUnitNeedsANameAndAnExistingParent() {
        assertThat(badFields(putUnit(Map.of("projectName", "无名")))).containsExactly("name");
        assertThat(badFields(putUnit(Map.of("name", "镇中心", "parentId", "nowhere"))))
                .containsExactly("parentId");
    }

    @Test
    void aUnitsManagerCanLogInAndLosesTheRoleWithTheOffice() {
        putUnit(Map.of("name", "城西招商部", "managers", List.of(li), "deputies", List.of(wang)));
        assertThat(accounts.find(li).orElseThrow().roles()).containsExactly(Role.MANAGER);
        assertThat(accounts.find(wang).orElseThrow().roles()).containsExactly(Role.DEPUTY);
        assertThat(accounts.find(li).orElseThrow().units()).containsExactly(unit);

        putUnit(Map.of("managers", List.of(wang), "deputies", List.of()));
        assertThat(accounts.find(wang).orElseThrow().roles()).containsExactly(Role.MANAGER);
        assertThat(accounts.find(li).orElseThrow().roles()).isEmpty();
    }

    @Test
    @Tag("L1.1")
    void aRosterIsLoadedAndLoadedAgain() {
        aUnit();
        String csv = "登录名,姓名,手机,分机,小组,顺序\n" + li + ",李想,13800000001,801,A,1\n" + wang + ",王宁,13800000002,802,B,1\n";
        assertThat(putRoster(csv).getBody()).isEqualTo(counts(2, 0, 0, 0));
        assertThat(putRoster(csv).getBody()).isEqualTo(counts(0, 0, 2, 0));
        assertThat(putRoster("login,name,mobile,left\n" + li + ",李想,13900000001,no\n" + wang + ",王宁,13800000002,yes\n")
                        .getBody())
                .isEqualTo(counts(0, 2, 0, 1));
        assertThat(agents.get(li)).isEqualTo(new Agent(li, unit, "李想", "13900000001", "801", "A", 1, false));
        assertThat(accounts.find(li).orElseThrow().roles()).containsExactly(Role.AGENT);
        assertThat(accounts.find(li).orElseThrow().displayName()).isEqualTo("李想");
        assertThat(accounts.find(wang).orElseThrow().roles()).isEmpty();
    }

    @Test
    void eachBadRowIsNamedAndNoneIsLoaded() {
        aUnit();
        ResponseEntity<JsonNode> refused = putRoster("login,name,team\n" + li + ",李想,A\nw.ang,王宁,C\n" + wang + ",,B\n");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(StreamSupport.stream(refused.getBody().at("/rows").spliterator(), false)
                        .map(row -> row.get("line").asInt() + " "
                                + row.get("column").asText()))
                .containsExactly("3 login", "3 team", "4 name");
        assertThat(agents.inUnit(unit)).isEmpty();
        assertThat(accounts.find(li)).isEmpty();
    }

    @Test
    void theRosterThatIsReadCanBeLoadedAgain() {
        aUnit();
        putRoster("login,name,mobile,extension,team,place,left\n" + li + ",\"李, 想\",13800000001,801,A,3,no\n" + wang
                + ",王宁,,,-,1,yes\n");
        for (String language : List.of("zh-CN", "en")) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
            String csv = as(admin)
                    .exchange("/api/units/" + unit + "/roster", HttpMethod.GET, new HttpEntity<>(headers), String.class)
                    .getBody();
            assertThat(csv).startsWith(language.equals("en") ? "login,name" : "登录名,姓名");
            assertThat(putRoster(csv).getBody()).isEqualTo(counts(0, 0, 2, 0));
        }
    }

    @Test
    void aSpreadsheetInChineseEncodingIsRead() {
        aUnit();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv"));
        byte[] csv = ("登录名,姓名\n" + li + ",欧阳明\n").getBytes(Charset.forName("GB18030"));
        as(admin)
                .exchange(
                        "/api/units/" + unit + "/roster", HttpMethod.PUT, new HttpEntity<>(csv, headers), String.class);
        assertThat(agents.get(li).name()).isEqualTo("欧阳明");
    }

    @Test
    void aCustomerIsFoundByNumberAndErased() {
        aUnit();
        customers.add(unit, "李女士", "+8613800000001", li, ContactKind.CALL, TestClock.MONDAY_NINE);
        String found = "/api/units/" + unit + "/customers?phone=138 0000 0001";
        long id = get(found).getBody().at("/0/id").asLong();
        String one = "/api/units/" + unit + "/customers/" + id;
        assertThat(as(people.with(unit, Role.MANAGER).login())
                        .exchange(one, HttpMethod.DELETE, null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(send(HttpMethod.DELETE, one, null).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(get(found).getBody()).isEmpty();
        assertThat(send(HttpMethod.DELETE, one, null).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/units/" + unit + "/customers?phone=abc")
                        .getBody()
                        .at("/fields/0/field")
                        .asText())
                .isEqualTo("phone");
    }

    @Test
    void twoRecordsOfACustomerAreMerged() {
        aUnit();
        long one = customers
                .add(unit, "李女士", "+8613800000001", li, ContactKind.CALL, TestClock.MONDAY_NINE)
                .id();
        long other = customers
                .add(unit, "李小姐", "+8613800000002", "somebodyelse", ContactKind.CALL, TestClock.MONDAY_NINE)
                .id();
        String merge = "/api/units/" + unit + "/customers/" + one + "/merge";

        assertThat(badFields(send(HttpMethod.POST, merge, Map.of("from", one)))).containsExactly("from");
        assertThat(badFields(send(HttpMethod.POST, merge, Map.of("from", other))))
                .containsExactly("agent");
        ResponseEntity<JsonNode> merged = send(HttpMethod.POST, merge, Map.of("from", other, "agent", li));
        assertThat(merged.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(merged.getBody().get("agent").asText()).isEqualTo(li);
        assertThat(get("/api/units/" + unit + "/customers?phone=13800000002")
                        .getBody()
                        .at("/0/id")
                        .asLong())
                .isEqualTo(one);
        assertThat(send(HttpMethod.POST, merge, Map.of("from", other)).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPhoneTokenIsShownOnceAndCanBeRevoked() {
        aUnit();
        ResponseEntity<JsonNode> made = send(HttpMethod.POST, tokens(), Map.of("name", "前台话机"));
        assertThat(made.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        String clear = made.getBody().get("token").asText();
        assertThat(duty(clear)).isNotEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get(tokens()).getBody().toString()).contains("前台话机").doesNotContain(clear);

        String one = tokens() + "/" + made.getBody().get("id").asLong();
        assertThat(send(HttpMethod.DELETE, one.replace(unit, "elsewhere"), null).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(duty(clear)).isNotEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(send(HttpMethod.DELETE, one, null).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(duty(clear)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(send(HttpMethod.DELETE, one, null).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(badFields(send(HttpMethod.POST, tokens(), Map.of("name", " "))))
                .containsExactly("name");
    }

    @Test
    void anInvitationAndAPasswordOpenAnAccount() {
        putUnit(Map.of("name", "开发区招商部", "managers", List.of(li)));
        ResponseEntity<JsonNode> invited = send(HttpMethod.POST, "/api/accounts/" + li + "/invitation", null);
        assertThat(invited.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        String link = invited.getBody().get("link").asText();
        assertThat(link).startsWith("http://localhost:");
        assertThat(http.getForEntity(link, String.class).getBody()).contains(li);

        String password = "/api/accounts/" + li + "/password";
        assertThat(badFields(send(HttpMethod.PUT, password, Map.of("password", "kurz"))))
                .containsExactly("password");
        assertThat(send(HttpMethod.PUT, password, Map.of("password", "erstes-passwort-1"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        // It can only be used to choose another one.
        assertThat(http.withBasicAuth(li, "erstes-passwort-1")
                        .getForEntity("/api/units", String.class)
                        .getBody())
                .contains("必须先修改");
    }

    @Test
    void anUnknownUnitIsNotFound() {
        String nobody = "/api/accounts/" + TestPeople.unique("nobody");
        assertThat(get("/api/units/nowhere").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/units/nowhere/roster").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/api/units/nowhere/tokens").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(send(HttpMethod.POST, nobody + "/invitation", null).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(send(HttpMethod.PUT, nobody + "/password", Map.of("password", "erstes-passwort-1"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void onlyAdministratorsSetUp() {
        aUnit();
        String manager =
                people.with(unit, Role.MANAGER, Role.AGENT, Role.PROCESS_OWNER).login();
        for (String path : List.of("/api/units", "/api/units/" + unit, "/api/units/" + unit + "/roster", tokens())) {
            assertThat(as(manager).getForEntity(path, String.class).getStatusCode())
                    .as(path)
                    .isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(http.getForEntity(path, String.class).getStatusCode())
                    .as(path)
                    .isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThat(as(manager)
                        .postForEntity("/api/accounts/" + admin + "/invitation", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private void aUnit() {
        assertThat(putUnit(Map.of("name", "招商部")).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    private String tokens() {
        return "/api/units/" + unit + "/tokens";
    }

    private HttpStatus duty(String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        var answer =
                http.exchange("/api/units/" + unit + "/duty", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        return HttpStatus.valueOf(answer.getStatusCode().value());
    }

    private TestRestTemplate as(String login) {
        return http.withBasicAuth(login, TestPeople.PASSWORD);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return as(admin).getForEntity(path, JsonNode.class);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, Object body) {
        return as(admin).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
    }

    private ResponseEntity<JsonNode> putUnit(Map<String, ?> fields) {
        return send(HttpMethod.PUT, "/api/units/" + unit, fields);
    }

    private ResponseEntity<JsonNode> putRoster(String csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        return as(admin)
                .exchange(
                        "/api/units/" + unit + "/roster",
                        HttpMethod.PUT,
                        new HttpEntity<>(csv, headers),
                        JsonNode.class);
    }

    private static List<String> badFields(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        return answer.getBody().at("/fields").findValuesAsText("field");
    }

    private static JsonNode counts(int added, int changed, int unchanged, int left) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .createObjectNode()
                .put("added", added)
                .put("changed", changed)
                .put("unchanged", unchanged)
                .put("left", left);
    }
}
