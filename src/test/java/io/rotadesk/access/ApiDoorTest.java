package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The phone API's door: a token for one unit, a login for administrators. */
class ApiDoorTest extends AccessTest {

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    private String unit;

    @BeforeEach
    void unit() {
        unit = unique("unit");
    }

    @Test
    void tokenOpensTheCallsOfItsUnit() {
        String token = tokens.create(unit, "pbx").clear();
        assertPassed(call(token, unit));
        assertPassed(with(token, HttpMethod.GET, "/api/units/" + unit + "/duty"));
        assertPassed(with(token, HttpMethod.POST, "/api/units/" + unit + "/calls/c1/events"));
    }

    @Test
    void tokenOpensNoOtherUnit() {
        String token = tokens.create(unit, "pbx").clear();
        assertThat(call(token, unique("unit")).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(call(token, unit.toUpperCase(Locale.ROOT)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void tokenIsForCallsOnly() {
        String token = tokens.create(unit, "pbx").clear();
        assertThat(with(token, HttpMethod.PUT, "/api/units/" + unit).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(with(token, HttpMethod.PUT, "/api/units/" + unit + "/roster").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(with(token, HttpMethod.GET, "/engine-rest/task").getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(with(token, HttpMethod.GET, "/actuator/metrics").getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void unknownAndRevokedTokensAreRefusedAsProblems() {
        String token = tokens.create(unit, "pbx").clear();
        assertPassed(call(token, unit));
        assertThat(tokens.revoke(tokens.of(unit).get(0).id())).isTrue();
        for (String refused : new String[] {token, "demo", "", token + "x"}) {
            var answer = call(refused, unit);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(answer.getHeaders().getContentType())
                    .isEqualTo(MediaType.parseMediaType("application/problem+json;charset=UTF-8"));
            assertThat(answer.getBody()).contains("\"status\":401").contains("\"detail\"");
        }
    }

    @Test
    void forbiddenIsAProblemToo() {
        var answer = call(tokens.create(unit, "pbx").clear(), unique("unit"));
        assertThat(answer.getHeaders().getContentType().toString()).startsWith("application/problem+json");
        assertThat(answer.getBody()).contains("\"status\":403").contains("\"instance\"");
    }

    @Test
    void onlyTheTokensHashIsKept() {
        String token = tokens.create(unit, "pbx").clear();
        String row = jdbc.sql("select api_token::text from api_token where unit_id = :unit")
                .param("unit", unit)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token).doesNotContain(token.substring(3));
        assertThat(tokens.of(unit)).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("pbx");
            assertThat(kept.lastUsed()).isNull();
        });
        call(token, unit);
        assertThat(tokens.of(unit).get(0).lastUsed()).isNotNull();
    }

    @Test
    void wellKnownTokenIsRefusedOutsideDemoMode() {
        assertThatThrownBy(() -> tokens.register(unit, "demo", "demo")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void administratorGetsInWithALoginAndOthersDoNot() {
        assertPassed(
                send(HttpMethod.PUT, person(null, Role.ADMINISTRATOR), "/api/units/" + unit + "/nothing", Map.of()));
        for (Role role : new Role[] {Role.AGENT, Role.MANAGER, Role.DEPUTY, Role.PROCESS_OWNER}) {
            assertThat(send(HttpMethod.PUT, person(unit, role), "/api/units/" + unit + "/nothing", Map.of())
                            .getStatusCode())
                    .as(role.name())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void strangerAndBrowserSessionDoNotGetIn() {
        assertThat(http.getForEntity("/api/units/" + unit + "/duty", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        Browser browser = browser();
        browser.login(person(null, Role.ADMINISTRATOR), PASSWORD);
        assertThat(browser.get("/api/units/" + unit + "/duty").statusCode()).isEqualTo(401);
    }

    private ResponseEntity<String> call(String token, String unit) {
        return with(token, HttpMethod.POST, "/api/units/" + unit + "/calls");
    }

    private ResponseEntity<String> with(String token, HttpMethod method, String path) {
        var headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(
                path, method, new HttpEntity<>(method == HttpMethod.GET ? null : "{}", headers), String.class);
    }

    /** The code behind the door may answer that there is no such thing, or that the body is wrong. */
    private static void assertPassed(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).isNotIn(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN);
    }
}
