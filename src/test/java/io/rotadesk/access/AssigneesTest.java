package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.VisitKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A task always goes to somebody who works in its unit, and never to nobody, whoever assigns it and over any interface.
 */
class AssigneesTest extends AccessTest {

    private static final String TASKS = "/engine-rest/task/";

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    IncomingCalls calls;

    @Autowired
    Announcements visits;

    @Autowired
    TestClock clock;

    LeasingDepartment department;
    String unit;
    String manager;
    String agent;
    String colleague;
    String administrator;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        unit = department.id();
        manager = withPassword(department.manager(), Role.MANAGER);
        agent = withPassword(department.callTeam().get(0), Role.AGENT);
        colleague = withPassword(department.callTeam().get(1), Role.AGENT);
        administrator = person(null, Role.ADMINISTRATOR);
    }

    @Test
    void nobodyAssignsATaskToAPersonWhoDoesNotWorkInItsUnit() {
        Task task = taskFor(unit, agent);
        String left = person(unit, Role.AGENT);
        accounts.close(left);
        String elsewhere = person(founder.found().id(), Role.AGENT, Role.MANAGER);
        for (String nobody :
                List.of("no-such-login", left, elsewhere, agent.toUpperCase(Locale.ROOT), " ", "%", "camunda-admin")) {
            for (String by : List.of(manager, administrator)) {
                ways(nobody).forEach((way, body) -> {
                    var answer = post(by, TASKS + task.getId() + way, body);
                    assertThat(answer.getStatusCode())
                            .as(by + way + " " + body)
                            .isIn(HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
                });
            }
            assertThat(send(
                                    HttpMethod.PUT,
                                    administrator,
                                    TASKS + task.getId(),
                                    Map.of("name", "x", "assignee", nobody, "tenantId", unit))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(post(administrator, TASKS + task.getId() + "/delegate", Map.of("userId", nobody))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.BAD_REQUEST);
        }
        assertThat(holders(task)).containsExactly("assignee " + agent);
        String path = TASKS + task.getId() + "/assignee";
        assertThat(post(manager, path, Map.of("userId", elsewhere)).getBody())
                .as("another unit's people are as unknown as those who are not there")
                .isEqualTo(post(manager, path, Map.of("userId", "no-such-login"))
                        .getBody()
                        .replace("no-such-login", elsewhere));
    }

    private static Map<String, Map<String, ?>> ways(String login) {
        Map<String, Map<String, ?>> ways = new LinkedHashMap<>();
        ways.put("/assignee", Map.of("userId", login));
        ways.put("/claim", Map.of("userId", login));
        for (String type : List.of("candidate", "assignee", "owner", "participant", "Candidate")) {
            ways.put("/identity-links?" + type, Map.of("userId", login, "type", type));
        }
        ways.put("/identity-links", Map.of("groupId", login, "type", "candidate"));
        return ways;
    }

    @Test
    void aManagerGivesItToAColleagueAndTheColleagueHasIt() {
        Task task = taskFor(unit, agent);
        assertThat(post(manager, TASKS + task.getId() + "/assignee", Map.of("userId", colleague))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(get(colleague, "/engine-rest/task").getBody()).contains(task.getId());
    }

    @Test
    void aTaskIsClaimedForOneselfOnly() {
        Task task = forTwo();
        for (String by : List.of(manager, agent, administrator)) {
            var answer = post(by, TASKS + task.getId() + "/claim", Map.of("userId", colleague));
            assertThat(answer.getStatusCode()).as(by).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains("只能为自己领取");
        }
        assertThat(reload(task).getAssignee()).isNull();
        assertThat(post(agent, TASKS + task.getId() + "/claim", Map.of("userId", agent))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(colleague, TASKS + task.getId() + "/unclaim", Map.of()).getStatusCode())
                .as("another candidate does not take it back")
                .isIn(HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN);
        assertThat(post(manager, TASKS + task.getId() + "/unclaim", Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(get(colleague, "/engine-rest/task").getBody()).contains(task.getId());
    }

    @Test
    void noWayLeavesATaskOnNobodysList() {
        Task task = taskFor(unit, agent);
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("userId", null);
        List<ResponseEntity<String>> answers = new ArrayList<>();
        for (String by : List.of(manager, administrator)) {
            String path = TASKS + task.getId();
            answers.add(post(by, path + "/unclaim", Map.of()));
            answers.add(post(by, path + "/assignee", nobody));
            answers.add(post(by, path + "/assignee", Map.of()));
            answers.add(post(by, path + "/claim", nobody));
            answers.add(post(by, path + "/identity-links/delete", Map.of("userId", agent, "type", "assignee")));
        }
        answers.add(send(
                HttpMethod.PUT,
                administrator,
                TASKS + task.getId(),
                Map.of("name", "without an assignee", "tenantId", unit)));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains("任何人的列表");
        });
        assertThat(reload(task).getAssignee()).isEqualTo(agent);
    }

    @Test
    void theLastCandidateStays() {
        Task task = forTwo();
        String path = TASKS + task.getId() + "/identity-links/delete";
        accounts.close(person(unit, Role.AGENT));
        assertThat(post(manager, path, Map.of("userId", agent, "type", "candidate"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(manager, path, Map.of("userId", colleague, "type", "candidate"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(holders(task)).containsExactly("candidate " + colleague);
    }

    @Test
    @Tag("L2.1")
    void aRingingCallGoesWithTheRotaOnly() {
        calls.receive(new CallKey(unit, unit + "-ringing"), "13800000071", null);
        staysWhereItIs(unit + "-ringing", CallHandling.Task.PICK_UP_CALL);
    }

    @Test
    @Tag("L3.1")
    void aVisitorsReceptionGoesWithTheRotaOnly() {
        visits.announce(
                new VisitKey(unit, unit + "-visit"), new Announcement("卢先生", null, 1, null, null, null, null, null));
        staysWhereItIs(unit + "-visit", VisitReception.Task.GREET_VISITOR);
    }

    private void staysWhereItIs(String contact, String activity) {
        Task task = tasks.createTaskQuery()
                .tenantIdIn(unit)
                .processInstanceBusinessKey(contact)
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(activity);
        List<String> before = holders(task);
        for (String by : List.of(manager, administrator)) {
            ways(colleague).forEach((way, body) -> {
                if (!way.equals("/claim")) {
                    var answer = post(by, TASKS + task.getId() + way, body);
                    assertThat(answer.getStatusCode()).as(by + way + body).isEqualTo(HttpStatus.BAD_REQUEST);
                    if (!body.containsKey("groupId")) {
                        assertThat(answer.getBody()).as(by + way).contains("轮次");
                    }
                }
            });
        }
        assertThat(holders(task)).isEqualTo(before);
    }

    @Test
    void theManagersReplaceALeaverWhomAModelNames() {
        String left = person(unit, Role.AGENT);
        accounts.close(left);
        for (String named :
                List.of(left, "no-such-login", person(founder.found().id(), Role.AGENT))) {
            Task task = taskFor(unit, named);
            assertThat(holders(task)).as(named).containsExactly("candidate " + manager);
            assertThat(get(manager, "/engine-rest/task").getBody()).contains(task.getId());
        }
    }

    private String withPassword(String login, Role role) {
        accounts.createWithPassword(new Account(login, "测试" + login, Set.of(role), unit), PASSWORD);
        return login;
    }

    private Task forTwo() {
        Task task = taskFor(unit, agent);
        tasks.addCandidateUser(task.getId(), agent);
        tasks.addCandidateUser(task.getId(), colleague);
        tasks.setAssignee(task.getId(), null);
        return task;
    }

    private Task reload(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private List<String> holders(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> Arrays.asList(link.getType(), link.getUserId(), link.getGroupId()).stream()
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
