package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RequestLog;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.FieldRefusal;
import io.rotadesk.platform.input.TooLateException;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
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
 * What a step of a process or the effect of a form throws reaches the person as a sentence in their language with what to do,
 * and the operator as one line. {@code RefusalsAreKnownTest} sees to it that they throw nothing else.
 */
@ExtendWith(RequestLog.class)
class RefusalKindsTest extends AccessTest {

    record Kind(String name, Supplier<RuntimeException> thrown, int status, String chinese, String english) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "a refusal for the person",
                    () -> new RefusedException("“告知时间”不能晚于现在。", new BadField("toldAt", "不能晚于现在")),
                    400,
                    "“告知时间”不能晚于现在。",
                    "“告知时间”不能晚于现在。"),
            new Kind(
                    "a refused field",
                    () -> new FieldRefusal("the day is past", "day", "duty.past") {},
                    400,
                    "“day”无法接受，请更正后再提交",
                    "\"day\" cannot be accepted: correct it"),
            new Kind(
                    "too late",
                    () -> new TooLateException("it is over") {},
                    409,
                    "这件事刚才已有变化",
                    "This has changed meanwhile"),
            new Kind(
                    "too late, in words",
                    () -> new TooLateException("it is over", "延期申请已有人批过了。") {},
                    409,
                    "延期申请已有人批过了。",
                    "延期申请已有人批过了。"),
            new Kind(
                    "what it is about is gone",
                    () -> new NoSuchElementException("There is no matter 17"),
                    404,
                    "请刷新",
                    "efresh"),
            new Kind("no permission", () -> new AuthorizationException("p is not allowed"), 403, "不归您办理", "not yours"));

    @Autowired
    Refusing refusing;

    private String agent;
    private Task task;

    @BeforeEach
    void aTaskWhoseEffectsRefuse() {
        String unit = unique("unit");
        agent = person(unit, Role.AGENT);
        String key = unique("refusing-");
        var model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Task_Work")
                .camundaAssignee(agent)
                .camundaFormRef(key)
                .camundaFormRefBinding("deployment")
                .camundaTaskListenerDelegateExpression("complete", "${refusingForm}")
                .serviceTask("Task_Step")
                .camundaDelegateExpression("${refusingStep}")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .addString(key + ".form", """
                        {"type": "default", "id": "%s", "schemaVersion": 16, "components": []}""".formatted(key))
                .deploy();
        task = tasks.createTaskQuery()
                .processInstanceId(start(key, unit).getId())
                .singleResult();
    }

    @AfterEach
    void nothingIsRefusedAnyMore() {
        refusing.step = null;
        refusing.form = null;
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void theEffectOfAForm(Kind kind, RequestLog log) throws IOException {
        refusing.form = kind.thrown();
        isAnswered(kind, log);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void aStepBehindTheForm(Kind kind, RequestLog log) throws IOException {
        refusing.step = kind.thrown();
        isAnswered(kind, log);
    }

    private void isAnswered(Kind kind, RequestLog log) throws IOException {
        int before = log.lines().size();
        var chinese = submit("zh-CN");
        assertThat(log.lines().stream().skip(before)).singleElement().asString().contains("Refused POST");
        assertThat(chinese.getStatusCode().value()).isEqualTo(kind.status());
        assertThat(message(chinese)).contains(kind.chinese()).doesNotContain("ENGINE-", "Exception");
        assertThat(message(submit("en"))).contains(kind.english());
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void theFieldsAreNamedByTheirKeys() throws IOException {
        refusing.form = KINDS.get(0).thrown();

        assertThat(new ObjectMapper()
                        .readTree(submit("zh-CN").getBody())
                        .at("/fields/0/field")
                        .asText())
                .isEqualTo("toldAt");
    }

    @Test
    void aCollisionThatDoesNotEnd(RequestLog log) throws IOException {
        refusing.step = () -> new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE' failed");
        assertThat(message(submit("zh-CN"))).isEqualTo("刚才有人同时改动了这件事，请再提交一次。");
        refusing.step = null;
        refusing.form = () -> new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE' failed");
        assertThat(message(submit("en"))).startsWith("Somebody else changed this at the same moment");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    /** A mistake of ours is no refusal: the stack trace is in the log, under the id that the person is told. */
    @Test
    void aFailureOfOurOwnIsToldByItsId(RequestLog log) throws IOException {
        refusing.step = () -> new IllegalStateException("two rows for one key");

        var answer = submit("zh-CN");

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        String id = message(answer).replaceFirst(".*编号 (\\S+) 告诉.*", "$1");
        assertThat(log.getAll()).contains(id).contains("two rows for one key").contains("\tat ");
        assertThat(answer.getBody()).doesNotContain("two rows", "IllegalState");
    }

    private ResponseEntity<String> submit(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return http.withBasicAuth(agent, PASSWORD)
                .exchange(
                        "/engine-rest/task/" + task.getId() + "/submit-form",
                        HttpMethod.POST,
                        new HttpEntity<>(noVariables(), headers),
                        String.class);
    }

    private static String message(ResponseEntity<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.getBody()).path("message").asText();
    }
}
