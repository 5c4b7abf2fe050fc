package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.TestClock;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** People start processes with the start form and in the right unit; nobody starts a process that begins by itself. */
class StartsTest extends AccessTest {

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    String administrator;

    @BeforeEach
    void anAdministrator() {
        clock.set(TestClock.MONDAY_NINE);
        administrator = person(null, Role.ADMINISTRATOR);
    }

    @Test
    void nobodyStartsAProcessThatBeginsByItself() {
        String unit = departments.found().id();
        for (String process : List.of(
                "customer-follow-up",
                "service-check",
                "daily-duty",
                "matter-handling",
                "matter-transfer",
                "matter-review",
                "scene-response")) {
            for (String named : List.of(unit, "no-such-unit")) {
                for (String way : List.of("/start", "/submit-form")) {
                    var answer = post(
                            administrator,
                            "/engine-rest/process-definition/key/" + process + way,
                            variables("unitId", named, "checkId", "x", "followUpId", "1", "day", "2026-03-02"));
                    assertThat(answer.getStatusCode()).as(process + way).isEqualTo(HttpStatus.BAD_REQUEST);
                    // By the name that people know.
                    assertThat(answer.getBody()).contains("由系统在需要时自己开始").doesNotContain(process);
                }
            }
        }
    }

    @Test
    void aUnitThatIsNotThereOrHasNoSuchWorkIsRefused() {
        String leasing = departments.found().id();
        String petitions = receptions.found(null, 1).id();
        for (String process : List.of("call-handling", "visit-reception", "manager-escalation", "ownership-dispute")) {
            assertRefused(process, petitions, "没有这个单位");
            assertRefused(process, "no-such-unit", "没有这个单位");
            assertRefused(process, "", "没有这个单位");
        }
        for (String process : List.of("petition-reception", "petition-summary")) {
            assertRefused(process, leasing, "没有这个单位");
            assertRefused(process, "no-such-unit", "没有这个单位");
        }
    }

    private void assertRefused(String process, String unit, String why) {
        for (String way : List.of("/start", "/submit-form")) {
            var answer = post(
                    administrator, "/engine-rest/process-definition/key/" + process + way, variables("unitId", unit));
            assertThat(answer.getStatusCode()).as(process + way + unit).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains(why);
        }
    }

    @Test
    void nobodyStartsInTheMiddleOrByAMessageWithIdsOfTheirOwn() {
        String unit = departments.found().id();
        Map<String, Object> inTheMiddle = new HashMap<>(variables("unitId", unit, "callId", unit + ":forged"));
        inTheMiddle.put(
                "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_RegisterCall")));
        assertThat(post(administrator, "/engine-rest/process-definition/key/call-handling/start", inTheMiddle)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        Map<String, Object> message = new HashMap<>();
        message.put("messageName", "CallReceived");
        message.put(
                "processVariables",
                variables("unitId", unit, "callId", unit + ":forged").get("variables"));
        assertThat(post(administrator, "/engine-rest/message", message).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("call-handling")
                        .tenantIdIn(unit)
                        .count())
                .isZero();
    }

    @Test
    void anAdministratorWhoIsNoAgentIsToldSo() {
        String unit = departments.found().id();
        for (Map<String, Object> body : List.of(
                variables("callerNumber", "13800000071"), variables("callerNumber", "13800000071", "unitId", unit))) {
            var answer = post(administrator, "/engine-rest/process-definition/key/call-handling/submit-form", body);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains(administrator);
        }
    }

    @Test
    void aPersonWithTwoUnitsStartsInTasklistInTheUnitThatUsesTheProcess() {
        ReceptionPoint centre = receptions.found(null, 2);
        ReceptionPoint village = receptions.found(centre.id(), 1);
        String person = centre.staff().get(0);
        accounts.createWithPassword(
                new Account(person, "测试" + person, Set.of(Role.PETITION_STAFF), centre.id()), PASSWORD);
        Unit led = units.get(village.id());
        units.save(new Unit(
                led.id(),
                led.kind(),
                led.name(),
                led.projectName(),
                led.parentId(),
                List.of(person),
                List.of(village.deputy()),
                led.settings()));
        assertThat(tenantOf(register(person, variables("petitionerName", "甲", "groupSize", 1))))
                .as("where they are on the roster")
                .isEqualTo(centre.id());
        assertThat(tenantOf(register(person, variables("petitionerName", "乙", "unitId", village.id()))))
                .as("where they say")
                .isEqualTo(village.id());
        assertThat(register(
                                person,
                                variables(
                                        "petitionerName",
                                        "丙",
                                        "unitId",
                                        receptions.found(null, 1).id()))
                        .getStatusCode())
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.BAD_REQUEST);
        assertThat(register(person, variables("petitionerName", "丁", "unitid", village.id()))
                        .getStatusCode())
                .as("what is no field is none")
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private String tenantOf(ResponseEntity<String> started) {
        assertThat(started.getStatusCode()).as(started.getBody()).isEqualTo(HttpStatus.OK);
        return started.getBody().replaceAll("(?s).*\"tenantId\":\"([^\"]*)\".*", "$1");
    }

    private ResponseEntity<String> register(String login, Map<String, Object> body) {
        return post(login, "/engine-rest/process-definition/key/petition-reception/submit-form", body);
    }

    private static Map<String, Object> variables(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], Map.of("value", namesAndValues[i + 1]));
        }
        return new HashMap<>(Map.of("variables", variables));
    }
}
