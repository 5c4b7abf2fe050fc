package io.rotadesk.web.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class ToolsApiTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    IncomingCalls phones;

    @Autowired
    Handbook handbook;

    @Autowired
    Customers customers;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
    }

    @Test
    @Tag("L2.5")
    void anAgentWithACallInHandReadsTheHandbookBesideTheForm() {
        handbook.saveAll(
                department.unit,
                List.of(
                        new Section(Kind.QA, "parking", "停车怎么收费？", "每小时 <b>5</b> 元，**封顶** 40 元", false),
                        new Section(Kind.QA, "discount", "有折扣吗？", "由客户自己的招商员答复", true)),
                "owner",
                "");
        Task task = ringingTask();
        DeskBrowser me = department.agent("A", 1);

        assertThat(read(me, "/desk/tools/" + task.getId()).path("shown").asBoolean())
                .isTrue();
        JsonNode found = read(me, "/desk/tools/" + task.getId() + "/handbook?q=停车怎么收费");
        assertThat(found.path("exact").asBoolean()).isTrue();
        assertThat(found.path("sections").get(0).path("title").asText()).isEqualTo("停车怎么收费？");
        assertThat(found.path("sections").get(0).path("html").asText())
                .contains("<strong>封顶</strong>", "&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(found.path("version").asInt()).isEqualTo(handbook.currentVersion(department.unit));
        assertThat(read(me, "/desk/tools/" + task.getId() + "/handbook?q=有折扣吗")
                        .path("sections")
                        .get(0)
                        .path("sensitive")
                        .asBoolean())
                .isTrue();
        assertThat(read(me, "/desk/tools/" + task.getId() + "/handbook").path("sections"))
                .as("nothing typed: the whole handbook, with the script")
                .hasSizeGreaterThan(5)
                .anyMatch(section -> section.path("kind").asText().equals("SCRIPT"));
    }

    @Test
    void nobodyElseHasToolsForThisTask() {
        Task task = ringingTask();
        DeskBrowser colleague = department.agent("A", 2);

        for (String id : List.of(task.getId(), "no-such-task")) {
            assertThat(read(colleague, "/desk/tools/" + id).path("shown").asBoolean())
                    .as(id)
                    .isFalse();
            assertThat(colleague.get("/desk/tools/" + id + "/handbook").status())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(read(department.manager(), "/desk/tools/" + task.getId())
                        .path("shown")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aTaskOfNoCallOrVisitHasNoTools() {
        Task task = tasks.newTask();
        task.setAssignee(department.login("A", 1));
        tasks.saveTask(task);

        assertThat(read(department.agent("A", 1), "/desk/tools/" + task.getId())
                        .path("shown")
                        .asBoolean())
                .isFalse();
        tasks.deleteTask(task.getId(), true);
    }

    @Test
    @Tag("L2.2b")
    void tellsWhoseCustomerItIsAndNothingElse() {
        customers.add(
                department.unit, "何先生", "+8613712345678", department.login("B", 1), ContactKind.CALL, clock.instant());
        customers.add(
                department.unit, "何女士", "+8613787654321", department.login("A", 1), ContactKind.CALL, clock.instant());
        Task task = ringingTask();

        JsonNode answer = send(department.agent("A", 1), "/desk/tools/" + task.getId() + "/customers", "q", "1371234");
        assertThat(answer.path("customers")).hasSize(1);
        JsonNode found = answer.path("customers").get(0);
        assertThat(found.path("agent").asText()).isEqualTo("白一");
        assertThat(found.path("lastDay").asText()).isEqualTo("2026-03-09");
        assertThat(found.path("numbers").toString()).isEqualTo("[\"…5678\"]");
        assertThat(found.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "numbers", "agent", "own", "lastDay", "valid", "choice");
        JsonNode mine = send(department.agent("A", 1), "/desk/tools/" + task.getId() + "/customers", "q", "何女士");
        assertThat(mine.path("customers").get(0).path("numbers").get(0).asText())
                .as("one's own customer")
                .isEqualTo("137 8765 4321");
        assertThat(send(department.agent("A", 1), "/desk/tools/" + task.getId() + "/customers", "q", "何")
                        .path("outcome")
                        .asText())
                .isEqualTo("TOO_SHORT");
        assertThat(department
                        .agent("A", 2)
                        .post("/desk/tools/" + task.getId() + "/customers", "q", "何先生")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("L3.7")
    void questionGoesOutFromTheFormInHandAndItsAnswerComesBackThere() {
        Task task = ringingTask();
        DeskBrowser me = department.agent("A", 1);
        String path = "/desk/tools/" + task.getId() + "/questions";

        JsonNode asked = send(me, path, "text", "三层能拆分吗？<b>");
        assertThat(asked.path("questions")).hasSize(1);
        assertThat(asked.path("questions").get(0).path("answer").isMissingNode())
                .isTrue();
        assertThat(send(me, path, "text", "三层能拆分吗？<b>").path("questions"))
                .as("sent twice")
                .hasSize(1);
        Escalation question =
                escalations.of(new CallKey(department.unit, "1").contact()).get(0);
        assertThat(question.askedBy()).isEqualTo(department.login("A", 1));

        Task answering = tasks.createTaskQuery()
                .processInstanceBusinessKey(question.id())
                .singleResult();
        assertThat(answering.getTaskDefinitionKey()).isEqualTo(ManagerEscalation.Task.ANSWER_QUESTION);
        tasks.claim(answering.getId(), department.manager.login());
        tasks.complete(answering.getId(), java.util.Map.of("answer", "可以拆成两间", "addToHandbook", false));
        assertThat(read(me, path).path("questions").get(0).path("answer").asText())
                .isEqualTo("可以拆成两间");

        assertThat(me.post(path, "text", " ").status()).isEqualTo(422);
        assertThat(department.agent("A", 2).post(path, "text", "x").status()).isEqualTo(404);
    }

    @Test
    void everybodyAsksOnThePageAndManagersReadWhoAsked() {
        customers.add(
                department.unit, "何先生", "+8613712345678", department.login("B", 1), ContactKind.CALL, clock.instant());
        DeskBrowser me = department.agent("A", 1);

        assertThat(me.get("/desk/customers").html()).contains("/desk/customers/whose");
        assertThat(me.post("/desk/customers/whose", "q", "何先生").text())
                .contains("何先生", "…5678", "白一", "2026-03-09")
                .doesNotContain("137123456");
        assertThat(me.post("/desk/customers/whose", "q", "13712345678").text()).contains("何先生");
        assertThat(me.post("/desk/customers/whose", "q", "何").text()).contains("至少输入 4 位号码");
        assertThat(me.get("/desk/customers/look-ups").status()).isEqualTo(403);
        assertThat(department.manager().get("/desk/customers/look-ups").text())
                .contains("安一 何先生 1", "安一 *******5678 1");
        assertThat(department
                        .manager()
                        .in(java.util.Locale.ENGLISH)
                        .get("/desk/customers/look-ups")
                        .text())
                .contains("Look-ups", "for 180 days");
    }

    private static JsonNode send(DeskBrowser browser, String path, String... fields) {
        DeskBrowser.Page answer = browser.post(path, fields);
        assertThat(answer.status()).isEqualTo(200);
        return json(answer);
    }

    private Task ringingTask() {
        phones.receive(new CallKey(department.unit, "1"), "13800000009", null);
        return tasks.createTaskQuery().taskAssignee(department.login("A", 1)).singleResult();
    }

    private static JsonNode read(DeskBrowser browser, String path) {
        DeskBrowser.Page answer = browser.ask(MockMvcRequestBuilders.get(path));
        assertThat(answer.status()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(DeskBrowser.Page answer) {
        try {
            return new ObjectMapper().readTree(answer.html());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
