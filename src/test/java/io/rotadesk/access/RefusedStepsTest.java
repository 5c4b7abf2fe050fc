package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RequestLog;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/**
 * What an ordinary person can get wrong in a day, over REST and with their real accounts: a sentence in their language says what to
 * do, and the log has one line and no stack trace.
 */
@ExtendWith(RequestLog.class)
class RefusedStepsTest extends AccessTest {

    private static final String CUSTOMERS = "13711112222";
    private static final String PETITIONER = "闻人无名";

    /** A start form that is refused. */
    private record Start(
            String process,
            Function<RefusedStepsTest, String> by,
            Map<String, Object> form,
            String chinese,
            String english) {

        @Override
        public String toString() {
            return process + ": " + chinese;
        }
    }

    private static final Function<RefusedStepsTest, String> AGENT = test -> test.agent;
    private static final Function<RefusedStepsTest, String> OWNER = test -> test.owner;
    private static final Function<RefusedStepsTest, String> OUTSIDER = test -> test.outsider;
    private static final Function<RefusedStepsTest, String> STAFF = test -> test.staff;
    private static final Function<RefusedStepsTest, String> LEADER = test -> test.leader;

    private static final List<Start> STARTS = List.of(
            new Start("ownership-dispute", AGENT, claim("13799990000"), "没有这位客户", "no such customer"),
            new Start("ownership-dispute", OWNER, claim(CUSTOMERS), "这位客户就是您的", "yours already"),
            new Start("ownership-dispute", AGENT, claim(" "), "“客户”必须填写", "must be filled in"),
            new Start("ownership-dispute", AGENT, claim("1".repeat(5000)), "最多", "at most"),
            new Start("call-handling", OUTSIDER, Map.of(), "不在这个单位的花名册上", "on no roster"),
            new Start("manager-escalation", OUTSIDER, Map.of("question", " "), "“问题”必须填写", "must be filled in"),
            new Start("manager-escalation", AGENT, Map.of("question", "x".repeat(4001)), "最多", "at most"),
            new Start(
                    "petition-reception",
                    STAFF,
                    petitioner("appointmentAt", "2020-01-01T09:00"),
                    "预约时间已经过去",
                    "that time is over"),
            new Start(
                    "petition-reception",
                    STAFF,
                    petitioner("appointmentAt", "yesterday"),
                    "必须是日期和时间",
                    "must be a date"),
            new Start(
                    "petition-reception",
                    STAFF,
                    petitioner("petitionerPhone", "no number"),
                    "“联系电话”的格式不对",
                    "wrong format"),
            new Start("petition-reception", STAFF, petitioner("groupSize", 0), "不能小于", "less than"),
            new Start(
                    "petition-reception",
                    STAFF,
                    petitioner("earlierMatter", "QH-2020-9999"),
                    "没有这个编号",
                    "no matter with that number"),
            new Start("petition-summary", LEADER, Map.of("month", "2099-01"), "还没有结束", "not over"),
            new Start("petition-summary", LEADER, Map.of("month", "January"), "“月份”", "wrong format"));

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    ReceptionPoint.Founder points;

    @Autowired
    Customers customers;

    @Autowired
    Petitions petitions;

    @Autowired
    TestClock clock;

    private ReceptionPoint point;
    private String owner;
    private String agent;
    private String outsider;
    private String staff;
    private String leader;

    @BeforeEach
    void aDepartmentAndAReceptionPoint() {
        clock.set(TestClock.MONDAY_NINE);
        var department = departments.found();
        owner = withPassword(department.id(), department.callTeam().get(0), Role.AGENT);
        agent = withPassword(department.id(), department.callTeam().get(1), Role.AGENT);
        outsider = person(department.id(), Role.AGENT);
        customers.add(department.id(), "欧阳问", "+86" + CUSTOMERS, owner, ContactKind.VISIT, clock.instant());
        point = points.found(null, 1);
        staff = withPassword(point.id(), point.staff().get(0), Role.PETITION_STAFF);
        leader = withPassword(point.id(), point.leader(), Role.PETITION_LEADER);
    }

    @ParameterizedTest
    @FieldSource("STARTS")
    void aStartFormThatIsRefused(Start start, RequestLog log) throws IOException {
        String path = "/process-definition/key/" + start.process() + "/submit-form";
        isRefused(400, () -> send(start.by().apply(this), path, start.form(), "zh-CN"), start.chinese(), log);
        assertThat(message(send(start.by().apply(this), path, start.form(), "en")))
                .contains(start.english());
    }

    @Test
    void aSecondClaimOnTheSameCustomer(RequestLog log) throws IOException {
        String start = "/process-definition/key/ownership-dispute/submit-form";
        assertThat(send(agent, start, claim(CUSTOMERS), "zh-CN").getStatusCode().is2xxSuccessful())
                .isTrue();
        isRefused(400, () -> send(agent, start, claim(CUSTOMERS), "zh-CN"), "已经在处理中", log);
    }

    @Test
    void theFormsOfAPetition(RequestLog log) throws IOException {
        TicketId ticket = new TicketId(UUID.randomUUID().toString());
        petitions.announce(
                ticket,
                point.id(),
                new PetitionAnnouncement(PETITIONER, "13600001234", false, 1, null, "田埂", null, null),
                null);
        submits(ticket, "Task_CallPetitioner", Map.of("came", "yes"));
        isRefused(
                400,
                () -> submit(ticket, "Task_ReceivePetitioner", reception("sameMatter", "perhaps")),
                "只能从列表中选择",
                log);
        submits(ticket, "Task_ReceivePetitioner", reception("materials", "土地证：地是谁的"));
        isRefused(
                400, () -> submit(ticket, "Task_SetHandlingPlan", plan("2026-03-10", "2099-03-02T09:00")), "告知日期", log);
        isRefused(
                400, () -> submit(ticket, "Task_SetHandlingPlan", plan("2020-03-10", "2026-03-02T08:00")), "办结时限", log);
        isRefused(
                400, () -> submit(ticket, "Task_SetHandlingPlan", plan("2098-03-10", "2026-03-02T08:00")), "办结时限", log);
        isRefused(400, () -> submit(ticket, "Task_SetHandlingPlan", plan("soon", "2026-03-02T08:00")), "办结时限", log);
    }

    @Test
    void workOnATaskThatIsNotTheirsAnyMore(RequestLog log) throws IOException {
        String unit = unique("unit");
        String first = person(unit, Role.AGENT);
        String second = person(unit, Role.AGENT);
        Task task = taskFor(unit, first);
        String path = "/task/" + task.getId();
        isRefused(403, () -> send(second, path + "/submit-form", Map.of(), "zh-CN"), "现在不归您办理", log);
        isRefused(403, () -> send(second, path + "/unclaim", null, "zh-CN"), "现在不归您办理", log);
        isRefused(404, () -> send(agent, path + "/submit-form", Map.of(), "zh-CN"), "没有这个任务", log);

        tasks.addCandidateUser(task.getId(), second);
        isRefused(409, () -> send(second, path + "/claim", null, "zh-CN"), "已由他人领取", log);
        assertThat(message(send(second, path + "/claim", null, "en"))).contains("Somebody else has claimed");

        assertThat(send(first, path + "/submit-form", Map.of(), "zh-CN")
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        isRefused(400, () -> send(first, path + "/submit-form", Map.of(), "zh-CN"), "不用再次提交", log);
        isRefused(400, () -> send(second, path + "/submit-form", Map.of(), "zh-CN"), "已由他人办理", log);
        isRefused(400, () -> send(second, path + "/unclaim", null, "zh-CN"), "已由他人办理", log);
    }

    /** A task that an agent has taken goes back to the list of their unit; without anybody else who could do it, it stays. */
    @Test
    void aTaskThatWasTakenIsGivenBack(RequestLog log) throws IOException {
        String unit = unique("unit");
        String first = person(unit, Role.AGENT);
        String second = person(unit, Role.AGENT);
        Task task = taskFor(unit, first);
        isRefused(400, () -> send(first, "/task/" + task.getId() + "/unclaim", null, "zh-CN"), "任何人的列表", log);

        tasks.addCandidateUser(task.getId(), second);
        assertThat(send(first, "/task/" + task.getId() + "/unclaim", null, "zh-CN")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(send(second, "/task/" + task.getId() + "/claim", null, "zh-CN")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    /** One line in the log, and no stack trace. */
    private void isRefused(int status, Supplier<ResponseEntity<String>> sent, String says, RequestLog log)
            throws IOException {
        int before = log.lines().size();
        ResponseEntity<String> answer = sent.get();
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(message(answer))
                .contains(says)
                .doesNotContain("ENGINE-", "Exception", "permission", "Cannot instantiate", ":ho");
        assertThat(log.lines().stream().skip(before)).singleElement().asString().contains("Refused POST");
    }

    private ResponseEntity<String> send(String login, String path, Map<String, Object> form, String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        Map<String, Object> body = form == null ? Map.of("userId", login) : variables(form);
        return http.withBasicAuth(login, PASSWORD)
                .exchange("/engine-rest" + path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> submit(TicketId ticket, String task, Map<String, Object> form) {
        return send(staff, "/task/" + open(ticket, task).getId() + "/submit-form", form, "zh-CN");
    }

    private void submits(TicketId ticket, String task, Map<String, Object> form) {
        var answer = submit(ticket, task, form);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
    }

    private Task open(TicketId ticket, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket.value())
                .taskDefinitionKey(task)
                .singleResult();
    }

    private String withPassword(String unit, String login, Role role) {
        accounts.createWithPassword(new Account(login, login, Set.of(role), unit), PASSWORD);
        return login;
    }

    private static Map<String, Object> variables(Map<String, Object> form) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private static Map<String, Object> claim(String number) {
        return Map.of("customerNumber", number, "reason", "展会上留了名片给我");
    }

    private static Map<String, Object> petitioner(String field, Object value) {
        return with(Map.of("petitionerName", PETITIONER, "groupSize", 1, "destination", "town"), field, value);
    }

    private static Map<String, Object> reception(String field, Object value) {
        return with(
                Map.of(
                        "petitionerName", PETITIONER,
                        "matter", "田埂塌了",
                        "category", "land",
                        "purpose", "修好田埂",
                        "purposeConfirmed", true,
                        "sameMatter", "no",
                        "settleNow", "no",
                        "ownUnit", "yes",
                        "grade", "ordinary"),
                field,
                value);
    }

    private static Map<String, Object> plan(String deadline, String toldAt) {
        return Map.of("method", "到现场查看", "deadline", deadline, "toldHow", "phone", "toldAt", toldAt);
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static String message(ResponseEntity<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.getBody()).path("message").asText();
    }
}
