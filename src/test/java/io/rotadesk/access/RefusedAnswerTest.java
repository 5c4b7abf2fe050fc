package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** A refusal of the engine reaches people as a 400 with a sentence for them, in the REST API and in Tasklist alike. */
class RefusedAnswerTest extends AccessTest {

    private static final Map<String, Object> FOREIGN =
            Map.of("variables", Map.of("owner", Map.of("value", "somebody", "type", "String")));
    private static final String FOREIGN_REFUSED = "请更正后再提交：表单里没有“owner”这一项，不能提交。";

    /** Java objects, files and similar values, as clients of the engine send them. */
    private static final List<Map<String, Object>> OBJECTS = List.of(
            object("java.util.ArrayList<java.lang.String>", "application/json", "[\"rent\"]"),
            object("io.rotadesk.staff.unit.Agent", "application/json", "{}"),
            object("no.such.Type", "application/json", "not JSON"),
            object("java.lang.String", "application/x-java-serialized-object", "rO0ABXQAAXg="),
            object("java.lang.String", "application/no-such-format", "x"),
            Map.of("type", "Json", "value", "not JSON"),
            Map.of("type", "Xml", "value", "<a/>"),
            Map.of("type", "Bytes", "value", "eA=="),
            Map.of("type", "File", "value", "eA==", "valueInfo", Map.of("filename", "a.txt")),
            Map.of("type", "Integer", "value", "x"),
            Map.of("type", "NoSuchType", "value", "x"),
            Map.of("value", List.of("a")));

    @Autowired
    Environment environment;

    private String agent;
    private Task task;

    @BeforeEach
    void taskOfAnAgent() {
        String unit = unique("unit");
        agent = person(unit, Role.AGENT);
        task = taskFor(unit, agent);
    }

    @Test
    void valuesThatTheFormDoesNotAllow() throws IOException {
        for (String way : new String[] {"/submit-form", "/complete"}) {
            var answer = post(agent, "/engine-rest/task/" + task.getId() + way, FOREIGN);

            assertThat(answer.getStatusCode().value()).as(way).isEqualTo(400);
            assertThat(message(answer.getBody())).isEqualTo(FOREIGN_REFUSED);
        }
    }

    @Test
    void theSameInTasklist() throws IOException {
        Browser tasklist = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        tasklist.login(agent, PASSWORD);
        tasklist.get("/camunda/app/tasklist/default/");

        var answer = tasklist.camundaPost(
                "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form",
                new ObjectMapper().writeValueAsString(FOREIGN));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer.body())).isEqualTo(FOREIGN_REFUSED);
    }

    @Test
    void aStartThatTheFormDoesNotLetThrough() throws IOException {
        var answer = post(agent, "/engine-rest/process-definition/key/manager-escalation/submit-form", noVariables());

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer.getBody())).isEqualTo("请更正后再提交：“问题”必须填写。");
    }

    @ParameterizedTest
    @FieldSource("OBJECTS")
    void valuesThatNoFormSends(Map<String, Object> value) throws IOException {
        Map<String, Object> body = Map.of("variables", Map.of("question", value));
        for (String path : new String[] {
            "/engine-rest/task/" + task.getId() + "/submit-form",
            "/engine-rest/task/" + task.getId() + "/complete",
            "/engine-rest/process-definition/key/manager-escalation/submit-form"
        }) {
            var answer = post(agent, path, body);

            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(400);
            assertThat(message(answer.getBody())).as(path).isNotBlank();
        }
    }

    @Test
    void javaObjectIsRefusedByItsName() throws IOException {
        var answer = post(
                agent,
                "/engine-rest/task/" + task.getId() + "/submit-form",
                Map.of("variables", Map.of("question", OBJECTS.get(0))));

        assertThat(message(answer.getBody())).isEqualTo("请更正后再提交：“question”不能以对象的形式提交，请用文字、数字、是否值或正确的 JSON。");
    }

    @Test
    void completingTwice() throws IOException {
        String complete = "/engine-rest/task/" + task.getId() + "/submit-form";
        assertThat(post(agent, complete, noVariables()).getStatusCode().value()).isEqualTo(204);

        var again = post(agent, complete, noVariables());

        assertThat(again.getStatusCode().value()).isEqualTo(400);
        assertThat(message(again.getBody())).startsWith("该任务已结束：您已于 ");
    }

    @Test
    void aModelThatIsNotInOrder() throws IOException {
        String owner = person(unique("unit"), Role.PROCESS_OWNER);
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
                  <bpmn:process id="evil" isExecutable="true">
                    <bpmn:scriptTask id="Task_Evil" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>
                  </bpmn:process>
                </bpmn:definitions>
                """;
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "evil");
        parts.add("evil.bpmn", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "evil.bpmn";
            }
        });

        ResponseEntity<String> answer = http.withBasicAuth(owner, PASSWORD)
                .postForEntity("/engine-rest/deployment/create", parts, String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer.getBody()).lines())
                .containsExactly(
                        "没有部署，请改正以下各处后重新部署：",
                        "evil.bpmn，evil：没有写明历史保留时间，请设置 camunda:historyTimeToLive，例如 P180D",
                        "evil.bpmn，Task_Evil：不能使用脚本，请改用表达式或 delegateExpression 调用系统提供的组件");
    }

    private static Map<String, Object> object(String type, String format, String value) {
        return Map.of(
                "type",
                "Object",
                "value",
                value,
                "valueInfo",
                Map.of("objectTypeName", type, "serializationDataFormat", format));
    }

    private static String message(String body) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(body);
        return answer.path("message").asText();
    }
}
