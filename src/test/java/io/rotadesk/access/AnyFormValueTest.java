package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.platform.input.AnyInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestContextManager;

/**
 * Any value of any type in a field of any of our forms is never answered with a 5xx, and an accepted text is kept
 * unchanged. The seed is fixed, so a failure can be repeated.
 */
class AnyFormValueTest extends AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A field of a form, and the process whose only task has this form again and again. */
    private record Field(String process, String key) {}

    @Autowired
    LeasingDepartment.Founder departments;

    private final String agent;
    private final String unit;
    private final List<Field> fields = new ArrayList<>();

    /**
     * jqwik creates the instance, not Spring's extension of JUnit; the application is the one that all tests share.
     */
    AnyFormValueTest() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        unit = departments.found().id();
        agent = person(unit, Role.AGENT);
        // One form for each kind of field is enough, since the rules belong to the kinds.
        Map<String, String> byKind = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:forms/*.form")) {
            String form = file.getContentAsString(StandardCharsets.UTF_8);
            kinds(JSON.readTree(form)).forEach(kind -> byKind.putIfAbsent(kind, form));
        }
        assertThat(byKind).containsKeys("textfield", "textarea", "number", "radio", "select", "checkbox", "checklist");
        for (String form : byKind.values().stream().distinct().toList()) {
            deploy(form);
        }
    }

    private void deploy(String form) throws IOException {
        JsonNode read = JSON.readTree(form);
        String id = read.path("id").asText();
        String key = unique("any-form-");
        var model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Task_Work")
                .camundaAssignee(agent)
                .camundaFormRef(id)
                .camundaFormRefBinding("deployment")
                .connectTo("Task_Work")
                .done();
        repository
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .addString(id + ".form", form)
                .deploy();
        start(key, unit);
        read.findValuesAsText("key").forEach(field -> fields.add(new Field(key, field)));
    }

    private static List<String> kinds(JsonNode form) {
        List<String> kinds = new ArrayList<>();
        form.findParents("key").forEach(field -> kinds.add(field.path("type").asText()));
        return kinds;
    }

    @Provide
    Arbitrary<String> values() {
        return AnyInput.values();
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "",
                "",
                "",
                "String",
                "String",
                "Integer",
                "Long",
                "Double",
                "Boolean",
                "Date",
                "Json",
                "Object",
                "Null",
                "File",
                "Bytes",
                "NoSuchType");
    }

    @Property(tries = 150, seed = "20260302", shrinking = ShrinkingMode.OFF)
    void aFieldIsKeptOrRefused(@ForAll int which, @ForAll("values") String value, @ForAll("types") String type)
            throws Exception {
        Field field = fields.get(Math.floorMod(which, fields.size()));
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(field.process())
                .taskAssignee(agent)
                .singleResult();
        String typed = type.isEmpty() ? "" : ",\"type\":\"" + type + "\"";
        String body = "{\"variables\":{" + AnyInput.json(field.key()) + ":{\"value\":" + value + typed + "}}}";
        var answer = json("/engine-rest/task/" + task.getId() + "/submit-form", body);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isIn(200, 204, 400);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("ENGINE-", "SQL", "Exception:");
        JsonNode sent = JSON.readTree(value);
        if (answer.getStatusCode().is2xxSuccessful() && sent.isTextual()) {
            Object kept = runtime.getVariable(task.getProcessInstanceId(), field.key());
            if (kept instanceof String text) {
                assertThat(text).isEqualTo(sent.asText());
            }
        }
    }

    @Property(tries = 40, seed = "20260302", shrinking = ShrinkingMode.OFF)
    void aStartIsAnsweredWhateverIsInIt(@ForAll("values") String value, @ForAll("values") String key) throws Exception {
        String name = AnyInput.json(JSON.readTree(key).asText("x"));
        for (String body : List.of(
                "{\"variables\":{\"question\":{\"value\":" + value + "}}}",
                "{\"variables\":{" + name + ":{\"value\":1}}}",
                "{\"variables\":" + value + "}",
                "{\"businessKey\":" + value + ",\"variables\":{\"question\":{\"value\":\"x\"}}}")) {
            var answer = json("/engine-rest/process-definition/key/manager-escalation/submit-form", body);
            assertThat(answer.getStatusCode().value())
                    .as(body + answer.getBody())
                    .isLessThan(500);
        }
    }

    private ResponseEntity<String> json(String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(agent, PASSWORD)
                .postForEntity(path, new HttpEntity<>(body.getBytes(StandardCharsets.UTF_8), headers), String.class);
    }
}
