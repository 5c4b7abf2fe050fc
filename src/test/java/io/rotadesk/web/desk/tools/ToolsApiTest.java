package io.rotadesk.web.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
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

    private Task ringingTask() {
        phones.receive(new CallKey(department.unit, "1"), "13800000009", null);
        return tasks.createTaskQuery().taskAssignee(department.login("A", 1)).singleResult();
    }

    private static JsonNode read(DeskBrowser browser, String path) {
        DeskBrowser.Page answer = browser.ask(MockMvcRequestBuilders.get(path));
        assertThat(answer.status()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.html());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
