package io.rotadesk.web.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document describes every operation of the API and no other, and the answers are as it describes them. */
@RotaDeskTest
class OpenApiTest {

    private static final String DOCUMENT = "/api/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    TestRestTemplate http;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private LeasingDepartment department;
    private String token;
    private String administrator;
    private JsonNode document;

    @BeforeEach
    void readIt() throws Exception {
        clock.set(TestClock.MONDAY_NINE);
        department = departments.found();
        token = tokens.create(department.id(), "电话系统").clear();
        administrator = new TestPeople(accounts).with(null, Role.ADMINISTRATOR).login();
        document = JSON.readTree(asAdministrator(HttpMethod.GET, DOCUMENT, null).getBody());
    }

    @Test
    void itIsForWhoeverHasALoginOrAToken() {
        assertThat(http.getForEntity(DOCUMENT, String.class).getStatusCode().value())
                .isEqualTo(401);
        assertThat(asPhone(HttpMethod.GET, DOCUMENT, null).getStatusCode().value())
                .isEqualTo(200);
        assertThat(document.path("openapi").asText()).startsWith("3.");
    }

    @Test
    void everyOperationIsInItAndEveryOperationInItIs() {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.rotadesk.")) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method.name() + " " + path)));
            }
        });
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(documented).isEqualTo(mapped).hasSizeGreaterThan(20);
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItRefuses() {
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asText()).isNotBlank();
                    assertThat(operation.path("security")).isNotEmpty();
                    for (String status : new String[] {"400", "401", "403", "404", "409"}) {
                        assertThat(operation
                                        .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as(operation.path("summary").asText() + " " + status)
                                .isEqualTo("#/components/schemas/Problem");
                    }
                }));
    }

    @Test
    void answersToPhoneSystemsAreAsDescribed() throws Exception {
        customers.add(
                department.id(),
                "李先生",
                "+8613800000001",
                department.visitTeam().get(0),
                ContactKind.CALL,
                clock.instant());
        String call = UUID.randomUUID().toString();
        String calls = "/api/units/{unit}/calls";
        Map<String, Object> incoming = Map.of("callId", call, "from", "13800000001");
        check(201, "post", calls, asPhone(HttpMethod.POST, calls, incoming));
        check(200, "post", calls, asPhone(HttpMethod.POST, calls, incoming));
        check(400, "post", calls, asPhone(HttpMethod.POST, calls, Map.of("from", "13800000002")));
        String events = "/api/units/{unit}/calls/{callId}/events";
        String sent = events.replace("{callId}", call);
        check(200, "post", events, asPhone(HttpMethod.POST, sent, Map.of("type", "noAnswer")));
        check(200, "post", events, asPhone(HttpMethod.POST, sent, Map.of("type", "answered")));
        check(409, "post", events, asPhone(HttpMethod.POST, sent, Map.of("type", "noAnswer")));
        check(404, "post", events, asPhone(HttpMethod.POST, events.replace("{callId}", "x"), Map.of("type", "hungUp")));
        check(200, "get", "/api/units/{unit}/duty", asPhone(HttpMethod.GET, "/api/units/{unit}/duty", null));
    }

    @Test
    void answersToKiosksAreAsDescribed() throws Exception {
        String visits = "/api/units/{unit}/visits";
        String here = UUID.randomUUID().toString();
        check(201, "post", visits, asPhone(HttpMethod.POST, visits, Map.of("visitId", here, "visitorName", "王女士")));
        check(400, "post", visits, asPhone(HttpMethod.POST, visits, Map.of("visitId", "y", "partySize", -1)));
        String later = UUID.randomUUID().toString();
        check(
                201,
                "post",
                visits,
                asPhone(
                        HttpMethod.POST,
                        visits,
                        Map.of("visitId", later, "appointmentAt", "2026-03-03T14:00:00+08:00")));
        String visit = visits + "/{visitId}";
        check(200, "get", visit, asPhone(HttpMethod.GET, visits + "/" + later, null));
        check(404, "get", visit, asPhone(HttpMethod.GET, visits + "/x", null));
        String appointment = visit + "/appointment";
        check(
                200,
                "put",
                appointment,
                asPhone(
                        HttpMethod.PUT,
                        visits + "/" + later + "/appointment",
                        Map.of("appointmentAt", "2026-03-03T15:00:00")));
        check(200, "delete", appointment, asPhone(HttpMethod.DELETE, visits + "/" + later + "/appointment", null));
        check(
                409,
                "post",
                visit + "/events",
                asPhone(HttpMethod.POST, visits + "/" + later + "/events", Map.of("type", "arrived")));
        String line = "/api/units/{unit}/waiting-line";
        check(200, "get", line, asPhone(HttpMethod.GET, line, null));
    }

    @Test
    void answersToAdministratorsAreAsDescribed() throws Exception {
        String unit = "/api/units/{unit}";
        check(200, "get", "/api/units", asAdministrator(HttpMethod.GET, "/api/units", null));
        check(200, "get", unit, asAdministrator(HttpMethod.GET, unit, null));
        check(200, "put", unit, asAdministrator(HttpMethod.PUT, unit, Map.of("name", "城东")));
        check(400, "put", unit, asAdministrator(HttpMethod.PUT, unit, Map.of("noSuch", "x")));
        check(201, "post", unit + "/tokens", asAdministrator(HttpMethod.POST, unit + "/tokens", Map.of("name", "x")));
        check(200, "get", unit + "/tokens", asAdministrator(HttpMethod.GET, unit + "/tokens", null));
        check(
                200,
                "put",
                unit + "/roster",
                asAdministrator(
                        HttpMethod.PUT,
                        unit + "/roster",
                        "login,name,mobile,extension,team,place\n" + TestPeople.unique("li") + ",李,,,A,9\n"));
        check(400, "put", unit + "/roster", asAdministrator(HttpMethod.PUT, unit + "/roster", "login,name\nx\n"));
        check(
                200,
                "get",
                unit + "/customers",
                asAdministrator(HttpMethod.GET, unit + "/customers?phone=13800000001", null));
        check(400, "get", unit + "/customers", asAdministrator(HttpMethod.GET, unit + "/customers", null));
        String reception = receptions.found(null, 1).id();
        String settings = unit + "/petition-settings";
        check(200, "get", settings, asAdministrator(HttpMethod.GET, settings.replace("{unit}", reception), null));
        String calendar = unit + "/calendar";
        check(
                200,
                "put",
                calendar,
                asAdministrator(HttpMethod.PUT, calendar.replace("{unit}", reception), "2026-10-01 休"));
        check(
                400,
                "put",
                calendar,
                asAdministrator(HttpMethod.PUT, calendar.replace("{unit}", reception), "9999-12-31 休"));
    }

    /** The schema of the operation's answer, with no other fields than it names. */
    private void check(int status, String method, String path, ResponseEntity<String> answer) throws Exception {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        JsonNode content = document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path("" + status)
                .path("content");
        MediaType type = answer.getHeaders().getContentType();
        JsonNode declared = content.path(type.getType() + "/" + type.getSubtype());
        assertThat(declared.isMissingNode())
                .as(method + " " + path + " " + status + " declares " + content + ", not " + type)
                .isFalse();
        ObjectNode schema = declared.path("schema").deepCopy();
        schema.set("components", closed(document.path("components")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(JSON.readTree(answer.getBody())))
                .as(method + " " + path + " " + answer.getBody())
                .isEmpty();
    }

    private static JsonNode closed(JsonNode node) {
        JsonNode copy = node.deepCopy();
        copy.path("schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return copy;
    }

    private ResponseEntity<String> asPhone(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return http.exchange(filled(path), method, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> asAdministrator(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        if (body instanceof String) {
            headers.setContentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8));
        }
        return http.withBasicAuth(administrator, TestPeople.PASSWORD)
                .exchange(filled(path), method, new HttpEntity<>(body, headers), String.class);
    }

    private String filled(String path) {
        return path.replace("{unit}", department.id());
    }
}
