package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.Tickets;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The people of a town see the right tasks of petitioners, over REST and with their real accounts. */
@Tag("P1")
class PetitionTasksTest extends AccessTest {

    private static final String NAME = "闻人无名";

    private static final Map<String, Object> RECEPTION = Map.of(
            "petitionerName", NAME,
            "petitionerPhone", "13600001234",
            "matter", "田埂塌了",
            "category", "land",
            "purpose", "修好田埂",
            "purposeConfirmed", true,
            "sameMatter", "no",
            "settleNow", "no",
            "ownUnit", "yes",
            "grade", "ordinary");

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    FilterService filters;

    @Autowired
    Petitions desk;

    @Autowired
    Tickets tickets;

    @Autowired
    Instructions instructions;

    private ReceptionPoint centre;
    private ReceptionPoint village;
    private String ticket;
    private Task call;

    @BeforeEach
    void aPetitionerAtTheVillage() {
        centre = founder.found(null, 1);
        village = founder.found(centre.id(), 2);
        ticket = UUID.randomUUID().toString();
        desk.announce(
                new TicketId(ticket),
                village.id(),
                new PetitionAnnouncement(NAME, "13600001234", false, 1, null, "田埂", null, null),
                null);
        call = tasks.createTaskQuery().processInstanceBusinessKey(ticket).singleResult();
    }

    @Test
    void theStaffWhoseTurnItIsCallsAndTheLeaderSeesIt() {
        String staff = village.staff().get(0);
        assertThat(list(withPassword(staff))).contains(call.getId());
        assertThat(list(withPassword(village.leader()))).contains(call.getId());
        assertThat(get(staff, form(call)).getStatusCode()).isEqualTo(HttpStatus.OK);
        var answer = post(
                staff,
                "/engine-rest/task/" + call.getId() + "/submit-form",
                Map.of("variables", Map.of("came", Map.of("value", "yes"))));
        assertThat(answer.getStatusCode().is2xxSuccessful()).isTrue();
    }

    @Test
    void nobodyElseOfTheTownSeesWhoItIs() {
        isNobodyElses(call);
    }

    /** The matter's own process is called by the reception: its tasks are no more open to others, and no less to the two. */
    @Test
    void theReceiverAndTheirLeaderWorkOnTheMatterAndNobodyElse() {
        String staff = withPassword(village.staff().get(0));
        String leader = withPassword(village.leader());
        submits(staff, call, Map.of("came", "yes"));
        submits(staff, open("Task_ReceivePetitioner"), RECEPTION);
        Task plan = open("Task_SetHandlingPlan");
        assertThat(list(staff)).contains(plan.getId());
        assertThat(list(leader)).contains(plan.getId());
        for (String login : List.of(staff, leader)) {
            assertThat(get(login, form(plan)).getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(get(login, "/engine-rest/process-definition/" + plan.getProcessDefinitionId())
                            .getStatusCode())
                    .as("whose name Tasklist shows with the task")
                    .isEqualTo(HttpStatus.OK);
        }
        isNobodyElses(plan);
    }

    /** The leader's other window still shows the form. */
    @Test
    void anInstructionThatSomebodyElseHasJustGivenIsAConflictThatSaysSo() throws IOException {
        String staff = withPassword(village.staff().get(0));
        String leader = withPassword(centre.leader());
        submits(staff, call, Map.of("came", "yes"));
        Map<String, Object> major = new HashMap<>(RECEPTION);
        major.put("grade", "major");
        major.remove("settleNow");
        submits(staff, open("Task_ReceivePetitioner"), major);
        submits(staff, open("Task_ReportToSuperior"), Map.of("report", "涉及三个村，请指示"));
        Task instruct = open("Task_GiveInstruction");
        instructions.instruct(tickets.get(new TicketId(ticket)).matterId(), "由镇里牵头", village.leader());
        post(leader, "/engine-rest/task/" + instruct.getId() + "/claim", Map.of("userId", leader));

        var answer = post(
                leader,
                "/engine-rest/task/" + instruct.getId() + "/submit-form",
                Map.of("variables", Map.of("instruction", Map.of("value", "由村里牵头"))));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(new ObjectMapper().readTree(answer.getBody()).path("message").asText())
                .contains("没有等待批示的请示", "没有任何内容被更改");
        assertThat(open("Task_GiveInstruction").getId()).isEqualTo(instruct.getId());
    }

    /** A question to the leader is nobody's until one of them takes it: it stands in the list that Tasklist opens first. */
    @Test
    @Tag("P6")
    void aQuestionToTheLeadersIsInTheListThatOpensFirstUntilOneOfThemTakesIt() {
        String staff = withPassword(village.staff().get(0));
        String leader = withPassword(centre.leader());
        String deputy = withPassword(centre.deputy());
        submits(staff, call, Map.of("came", "yes"));
        assertThat(mine(staff))
                .as("what is assigned")
                .contains(open("Task_ReceivePetitioner").getId());
        Map<String, Object> major = new HashMap<>(RECEPTION);
        major.put("grade", "major");
        major.remove("settleNow");
        submits(staff, open("Task_ReceivePetitioner"), major);
        submits(staff, open("Task_ReportToSuperior"), Map.of("report", "涉及三个村，请指示"));
        String instruct = open("Task_GiveInstruction").getId();
        assertThat(mine(leader)).contains(instruct);
        assertThat(mine(staff)).as("not theirs to answer").doesNotContain(instruct);
        assertThat(mine(withPassword(village.leader())))
                .as("another unit's leader")
                .doesNotContain(instruct);
        post(leader, "/engine-rest/task/" + instruct + "/claim", Map.of("userId", leader));
        assertThat(mine(leader)).contains(instruct);
        assertThat(mine(deputy)).as("somebody has it").doesNotContain(instruct);
    }

    private String mine(String login) {
        String first = filters.createTaskFilterQuery()
                .filterName("我的任务")
                .singleResult()
                .getId();
        return get(login, "/engine-rest/filter/" + first + "/list?maxResults=1000")
                .getBody();
    }

    private Task open(String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket)
                .taskDefinitionKey(name)
                .singleResult();
    }

    private void submits(String login, Task task, Map<String, Object> form) {
        Map<String, Object> values = new HashMap<>();
        form.forEach((name, value) -> values.put(name, Map.of("value", value)));
        var answer = post(login, "/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables", values));
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
    }

    private void isNobodyElses(Task task) {
        for (String login : List.of(village.staff().get(1), centre.staff().get(0), centre.leader())) {
            withPassword(login);
            assertThat(list(login)).doesNotContain(task.getId());
            for (String path : List.of("", "/form-variables", "/variables", "/deployed-form", "/identity-links")) {
                ResponseEntity<String> answer = get(login, "/engine-rest/task/" + task.getId() + path);
                assertThat(answer.getStatusCode().is2xxSuccessful()).as(path).isFalse();
                assertThat(answer.getBody()).as(path).doesNotContain(NAME);
            }
            for (String action : List.of("claim", "complete", "submit-form", "assignee", "unclaim")) {
                assertThat(post(
                                        login,
                                        "/engine-rest/task/" + task.getId() + "/" + action,
                                        Map.of("userId", login, "variables", Map.of()))
                                .getStatusCode()
                                .is2xxSuccessful())
                        .as(action)
                        .isFalse();
            }
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo(village.staff().get(0));
    }

    @Test
    @Tag("P3")
    void theReceptionRegistersInItsOwnUnitOnly() {
        String staff = withPassword(village.staff().get(1));
        assertThat(register(staff, Map.of()).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(register(staff, Map.of("unitId", Map.of("value", centre.id())))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(register(withPassword(village.leader()), Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.OK);

        // A person of a leasing department has no access here.
        String agent = person(unique("unit"), Role.AGENT);
        assertThat(register(agent, Map.of()).getStatusCode().is2xxSuccessful()).isFalse();
    }

    @Test
    @Tag("P3")
    void mistakesInTheFormAreReportedInTheReadersLanguage() {
        String staff = withPassword(village.staff().get(1));
        var answer = register(staff, Map.of("petitionerName", Map.of("value", "")));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("姓名");
        answer = register(staff, Map.of("appointmentAt", Map.of("value", "2001-01-01T10:00")));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("预约时间").doesNotContain("Cannot");
    }

    private ResponseEntity<String> register(String login, Map<String, Object> more) {
        Map<String, Object> variables = new java.util.HashMap<>(Map.of(
                "petitionerName", Map.of("value", "甲"),
                "petitionerPhone", Map.of("value", "13600004321"),
                "groupSize", Map.of("value", 1),
                "destination", Map.of("value", "town")));
        variables.putAll(more);
        return post(
                login,
                "/engine-rest/process-definition/key/petition-reception/submit-form",
                Map.of("variables", variables));
    }

    private String list(String login) {
        return get(login, "/engine-rest/task").getBody();
    }

    private static String form(Task task) {
        return "/engine-rest/task/" + task.getId() + "/deployed-form";
    }

    /** The account came with the roster; it gets a password here. */
    private String withPassword(String login) {
        accounts.acceptInvitation(accounts.invite(login).replaceAll(".*/", ""), PASSWORD);
        return login;
    }
}
