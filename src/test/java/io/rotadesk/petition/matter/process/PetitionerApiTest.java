package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.Traces;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

/** A kiosk or a booking page announces petitioners and follows their numbers (P3). */
@Tag("P3")
class PetitionerApiTest extends PetitionScenario {

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApiTokens tokens;

    private String token;
    private String language = "zh-CN";

    @BeforeEach
    void newToken() {
        token = tokens.create(centre.id(), "自助机").clear();
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        headers.setBearerAuth(token);
        return http.exchange("/api/units/" + path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, Object body) {
        return send(HttpMethod.POST, centre.id() + path, body);
    }

    private static int status(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value();
    }

    @Test
    void aPetitionerIsAnnouncedOnceHoweverOftenItIsSent() throws Exception {
        String phone = phone();
        Map<String, Object> body =
                Map.of("petitionerId", "kiosk-1", "petitionerName", "孙大爷", "petitionerPhone", phone, "groupSize", 3);
        Callable<ResponseEntity<JsonNode>> once = () -> post("/petitioners", body);
        List<ResponseEntity<JsonNode>> answers = atOnce(List.of(once, once, once, once));

        assertThat(answers)
                .extracting(PetitionerApiTest::status)
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        JsonNode answer = post("/petitioners", body).getBody();
        assertThat(answer.at("/number").asInt()).isEqualTo(1);
        assertThat(answer.at("/state").asText()).isEqualTo("CALLED");
        Traces.assertNone(Stream.of(answer.toString()), "孙大爷", phone);
        List<Ticket> all = board.day(centre.id(), ticketDay());
        assertThat(all).singleElement().satisfies(ticket -> {
            assertThat(ticket.groupSize()).isEqualTo(3);
            assertThat(ticket.registration().by()).isNull();
        });

        assertThat(status(post("/petitioners", Map.of("petitionerId", "kiosk-1", "petitionerName", "李婶"))))
                .as("somebody else's id")
                .isEqualTo(409);
        everybodyIsBusy();
        JsonNode second = post("/petitioners", Map.of("petitionerId", "kiosk-2", "anonymous", true))
                .getBody();
        assertThat(second.at("/state").asText()).isEqualTo("WAITING");
        assertThat(second.at("/before").asInt()).isEqualTo(1);
    }

    @Test
    void anAppointmentIsMadeMovedReportedAndCancelled() {
        Map<String, Object> body =
                Map.of("petitionerId", "web-1", "petitionerName", "赵一", "appointmentAt", "2026-03-03T10:00:00+08:00");
        assertThat(status(post("/petitioners", body))).isEqualTo(201);
        ResponseEntity<JsonNode> full = post(
                "/petitioners",
                Map.of("petitionerId", "web-2", "petitionerName", "赵二", "appointmentAt", "2026-03-03T10:00:00"));
        assertThat(status(full)).isEqualTo(400);
        assertThat(full.getBody().at("/fields/0/field").asText()).isEqualTo("appointmentAt");
        assertThat(full.getBody().toString()).contains("2026-03-03 08:30");
        JsonNode free = send(HttpMethod.GET, centre.id() + "/free-times", null).getBody();
        assertThat(free.at("/1/day").asText()).isEqualTo("2026-03-03");
        assertThat(free.at("/1/times").toString()).contains("09:45").doesNotContain("10:00");

        String id = centre.id() + "/petitioners/web-1";
        JsonNode moved = send(HttpMethod.PUT, id + "/appointment", Map.of("appointmentAt", "2026-03-02T10:00:00"))
                .getBody();
        assertThat(moved.at("/day").asText()).isEqualTo("2026-03-02");
        clock.forward(Duration.ofHours(2));
        assertThat(status(post("/petitioners", body))).as("sent again later").isEqualTo(200);
        assertThat(post("/petitioners/web-1/events", Map.of("type", "arrived"))
                        .getBody()
                        .at("/arrivedAt")
                        .asText())
                .isEqualTo("2026-03-02T03:00:00Z");
        assertThat(status(post("/petitioners/web-1/events", Map.of("type", "back"))))
                .isEqualTo(409);
        assertThat(send(HttpMethod.DELETE, id + "/appointment", null)
                        .getBody()
                        .at("/state")
                        .asText())
                .isEqualTo(TicketState.CANCELLED.name());
    }

    @Test
    void strangersOddValuesAndUnknownIdsAreRefused() {
        assertThat(status(send(HttpMethod.GET, village.id() + "/petitioners/kiosk-1", null)))
                .as("another unit's token")
                .isEqualTo(403);
        assertThat(status(send(HttpMethod.GET, centre.id() + "/petitioners/none", null)))
                .isEqualTo(404);
        assertThat(status(post("/petitioners", Map.of("petitionerId", "kiosk-1"))))
                .isEqualTo(400);
        assertThat(status(post("/petitioners", Map.of("petitionerId", "a b", "petitionerName", "孙大爷"))))
                .isEqualTo(400);
        language = "en";
        assertThat(post("/petitioners", Map.of("petitionerId", "kiosk-1", "petitionerName", "孙", "earlierMatter", "1"))
                        .getBody()
                        .toString())
                .contains("there is no matter with that number");
    }

    private LocalDate ticketDay() {
        return clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }
}
