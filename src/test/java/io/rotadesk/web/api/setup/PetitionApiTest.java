package io.rotadesk.web.api.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A petition unit's deadlines and calendar are set by REST. */
@RotaDeskTest
@Tag("P4")
class PetitionApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Accounts accounts;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    PetitionSettingsStore settings;

    @Autowired
    WorkdayCalendar calendar;

    String admin;
    ReceptionPoint unit;
    String path;

    @BeforeEach
    void administrator() {
        admin = new TestPeople(accounts).with(null, Role.ADMINISTRATOR).login();
        unit = receptions.found(null, 1);
        path = "/api/units/" + unit.id();
    }

    @Test
    void settingsAreReadChangedAndGivenUpAgain() {
        JsonNode before = send(HttpMethod.GET, "/petition-settings", null).getBody();
        assertThat(before.has("setAt")).isFalse();
        assertThat(before.at("/settings/ordinaryHandleDays").asInt()).isEqualTo(60);
        JsonNode after = send(HttpMethod.PUT, "/petition-settings", Map.of("recalls", 0, "callTime", "90s"))
                .getBody();
        assertThat(after.at("/setAt").asText()).isEqualTo(unit.id());
        assertThat(settings.of(unit.id()).recalls()).isZero();
        assertThat(settings.of(unit.id()).callTime()).hasSeconds(90);
        send(HttpMethod.PUT, "/petition-settings", Map.of("alertTime", "2m"));
        assertThat(settings.of(unit.id()).recalls()).isZero();
        assertThat(send(HttpMethod.DELETE, "/petition-settings", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(settings.own(unit.id())).isEmpty();
    }

    @Test
    void everyBadSettingIsNamedAndNothingChanges() {
        ResponseEntity<JsonNode> refused = send(
                HttpMethod.PUT, "/petition-settings", Map.of("recalls", 99, "workingDays", List.of(), "colour", "red"));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().findValuesAsText("field"))
                .containsExactlyInAnyOrder("recalls", "workingDays", "colour");
        assertThat(settings.own(unit.id())).isEmpty();
    }

    @Test
    void theCalendarIsReplacedByALineADay() {
        assertThat(send(HttpMethod.PUT, "/calendar", "2026-10-01~2026-10-07 休 国庆节\n2026-10-10 班\n")
                        .getBody()
                        .at("/days")
                        .asInt())
                .isEqualTo(8);
        assertThat(calendar.isWorking(unit.id(), LocalDate.of(2026, 10, 10))).isTrue();
        send(HttpMethod.PUT, "/calendar", "2027-01-01 休 元旦\n");
        assertThat(calendar.own(unit.id())).hasSize(1);
        assertThat(http.withBasicAuth(admin, TestPeople.PASSWORD).getForObject(path + "/calendar", String.class))
                .isEqualTo("2027-01-01 休 元旦\n");

        ResponseEntity<JsonNode> refused = send(HttpMethod.PUT, "/calendar", "2027-05-01 休\n2027-05-99 休\n");
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().at("/rows/0/line").asInt()).isEqualTo(2);
        assertThat(refused.getBody().at("/rows/0/column").asText()).isEqualTo("date");
        assertThat(calendar.own(unit.id())).hasSize(1);
    }

    @Test
    void aLeasingDepartmentHasNoneAndNobodyElseMay() {
        String leasing = "/api/units/" + departments.found().id();
        var asAdmin = http.withBasicAuth(admin, TestPeople.PASSWORD);
        assertThat(asAdmin.getForEntity(leasing + "/petition-settings", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        String leader =
                new TestPeople(accounts).with(unit.id(), Role.PETITION_LEADER).login();
        assertThat(http.withBasicAuth(leader, TestPeople.PASSWORD)
                        .getForEntity(path + "/calendar", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String what, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(
                body instanceof String
                        ? new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8)
                        : MediaType.APPLICATION_JSON);
        return http.withBasicAuth(admin, TestPeople.PASSWORD)
                .exchange(path + what, method, new HttpEntity<>(body, headers), JsonNode.class);
    }
}
