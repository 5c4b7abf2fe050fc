package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.models.CallHandling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A model that is accepted can run. Each scenario is a file that people have deployed somewhere, and that would have
 * failed only at the telephone.
 */
@RotaDeskTest
class AcceptedModelsTest {

    private static final String NAME = "accepted";

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelCheck check;

    @Autowired
    EngineWording messages;

    @AfterEach
    void removeWhatWasDeployed() {
        repository.createDeploymentQuery().deploymentName(NAME).list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void oneFileIsEnough() {
        String model = shipped("call-handling.bpmn").replace("接听来电", "接起来电");
        long version = version();

        var deployment = accepted().addString("call-handling.bpmn", model).deploy();

        assertThat(version()).isEqualTo(version + 1);
        assertThat(repository.getDeploymentResources(deployment.getId()))
                .as("the forms and the decision that it is bound to")
                .extracting(Resource::getName)
                .contains("log-call.form", "customer-status.dmn")
                .doesNotContain("visit-reception.bpmn", "log-visit.form");
    }

    @Test
    void aFormThatIsSentCountsMoreThanTheOneInForce() throws IOException {
        String form = shipped("log-call.form").replace("登记您刚接起的来电", "登记刚接起的来电");

        var deployment = accepted()
                .addString("call-handling.bpmn", shipped("call-handling.bpmn"))
                .addString("log-call.form", form)
                .deploy();

        try (var kept = repository.getResourceAsStream(deployment.getId(), "log-call.form")) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).contains("登记刚接起的来电");
        }
    }

    @Test
    void aFormThatIsNowhereIsStillMissing() {
        String model = shipped("call-handling.bpmn").replace("formRef=\"log-call\"", "formRef=\"log-a-call\"");

        assertThat(refused("call-handling.bpmn", model)).contains("没有表单 log-a-call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15秒|定时“15秒”无法识别",
                "PTS15|定时“PTS15”无法识别",
                "2026-13-45T00:00:00|无法识别",
                "三声之内|无法识别",
                "P1X|无法识别",
            })
    void aTimeThatIsNone(String written, String said) {
        String date = ">${calls.answerBy(callId)}</bpmn:timeDate>";
        String model = shipped("call-handling.bpmn");
        assertThat(model).contains(date);

        assertThat(refused("call-handling.bpmn", model.replace(date, ">" + written + "</bpmn:timeDate>")))
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dueDate=\"三声之内\"", "dueDate=\"15\"", "followUpDate=\"2026-13-01\"", "dueDate=\"PTS15\""})
    void aDueDateThatIsNone(String attribute) {
        String task =
                "<bpmn:userTask id=\"A\" camunda:formRef=\"log-call\" camunda:formRefBinding=\"deployment\" camunda:"
                        + attribute + " />";

        assertThat(refused("p.bpmn", TestModel.process(TestModel.unique("p"), task)))
                .contains("A：日期“", "无法识别");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dueDate=\"PT15M\"", "dueDate=\"2030-01-01T10:00:00\"", "dueDate=\"${now()}\"", "priority=\"50\""
            })
    void aDueDateThatCanBeRead(String attribute) {
        String task =
                "<bpmn:userTask id=\"A\" camunda:formRef=\"log-call\" camunda:formRefBinding=\"deployment\" camunda:"
                        + attribute + " />";

        assertThatNoException()
                .isThrownBy(() -> accepted()
                        .addString("p.bpmn", TestModel.process(TestModel.unique("p"), task))
                        .deploy());
    }

    @Test
    void aPriorityThatIsNoNumber() {
        String task =
                "<bpmn:userTask id=\"A\" camunda:formRef=\"log-call\" camunda:formRefBinding=\"deployment\" camunda:priority=\"高\" />";

        assertThat(refused("p.bpmn", TestModel.process(TestModel.unique("p"), task)))
                .contains("A：priority 必须是整数或表达式，不能是“高”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"ACTIVE\"|“ACTIVE”|列：FEEL 表达式 “ACTIVE” 里的 “ 要写成半角的 \"",
                "\"ACTIVE\"|ACTIVE|“归属”列：ACTIVE 没有加引号",
                "\"ACTIVE\"|activeOne|“归属”列：activeOne 没有加引号",
                "\"ACTIVE\"|\"有效\"|“归属”列：没有人认识结果“有效”，可以用的有：\"ACTIVE\", \"LAPSED\", \"NEW\"",
                "\"ACTIVE\"|\"Active\"|没有人认识结果“Active”",
                "\"call\"|call|“最近一次联系”列：call 没有加引号",
                "\"call\"|‘call’|里的 ‘ 要写成半角的 \"",
                "&lt;= callValidityDays|＜= 7|“距今天数”列：FEEL 表达式 ＜= 7 里的 ＜ 要写成半角的 <",
                "&lt;= callValidityDays|≤ 7|要写成半角的 <=",
                "&lt;= callValidityDays|&lt;= ７|要写成半角的 7",
                "name=\"status\"|name=\"state\"|系统要用到输出 status",
            })
    void aCellThatIsNoFeelOrSaysSomethingElse(String text, String edited, String said) {
        String model = shipped("customer-status.dmn");
        assertThat(model).contains(text);

        assertThat(refused("customer-status.dmn", model.replace(text, edited))).contains(said);
    }

    @Test
    void rulesThatOverlapWhereOnlyOneMayHit() {
        String model = shipped("customer-status.dmn");

        assertThat(refused("customer-status.dmn", model.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")))
                .contains("会同时成立，命中策略是 UNIQUE");
        assertThat(refused("customer-status.dmn", model.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"")))
                .contains("会同时成立，结果却不同，命中策略是 ANY");
    }

    /** The column allows "a", "b" and "c"; the answer is a number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UNIQUE|\"a\"|\"b\"|~~",
                "UNIQUE|\"a\",\"b\"|\"b\",\"c\"|会同时成立",
                "UNIQUE|not(\"a\")|\"b\"|会同时成立",
                "UNIQUE|not(\"a\")|\"a\"|~~",
                "UNIQUE|-|\"a\"|会同时成立",
                "UNIQUE|other|\"a\"|~~",
                "FIRST|-|\"a\"|第 2 行不会生效：第 1 行已经包括了它的全部情形",
                "FIRST|\"a\"|-|~~",
                "FIRST|\"a\",\"b\"|\"b\"|第 2 行不会生效",
                "FIRST|not(\"a\")|\"a\"|~~",
                "FIRST|\"x\"|\"a\"|“x”不在这一列列出的值里",
                "ANY|\"a\"|\"a\"|会同时成立，结果却不同",
                "COLLECT|\"a\"|\"a\"|~~",
            })
    void rulesAboutTexts(String policy, String first, String second, String said) {
        assertFound(table(policy, "string", "\"a\",\"b\",\"c\"", first, second), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UNIQUE|&lt;= 7|&gt; 7|~~",
                "UNIQUE|&lt;= 7|&gt;= 7|会同时成立",
                "UNIQUE|[1..5]|]5..9]|~~",
                "UNIQUE|[1..5]|[5..9]|会同时成立",
                "UNIQUE|&lt; limit|&gt; 3|~~",
                "UNIQUE|1, 2|2, 3|会同时成立",
                "FIRST|&lt; 10|&lt; 5|第 2 行不会生效",
                "FIRST|&lt; 5|&lt; 10|~~",
                "FIRST|[0..10]|[2..3]|第 2 行不会生效",
                "FIRST|[9..1]|-|这个条件永远不成立",
                "FIRST|&lt; limit|&lt; limit|第 2 行不会生效",
                "FIRST|-5|-6|~~",
            })
    void rulesAboutNumbers(String policy, String first, String second, String said) {
        assertFound(table(policy, "long", null, first, second), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(enquiry == 'leasing')",
                "=enquiry = \"leasing\"",
                "leasing",
                "x${enquiry == 'leasing'}",
                "${'leasing'}",
                "${1 + 1}"
            })
    void aConditionThatIsNeitherTrueNorFalse(String written) {
        String condition = "${enquiry == 'leasing'}";
        String model = shipped("call-handling.bpmn");
        assertThat(model).contains(condition);

        assertThat(refused("call-handling.bpmn", model.replace(condition, written)))
                .contains("不是一个判断，请写成一个表达式，例如 ${enquiry == \"leasing\"}");
    }

    @Test
    void aFileWithoutAnExecutableProcess() {
        String model = TestModel.process(TestModel.unique("p"), "<bpmn:task id='A' />");

        assertThat(refused("p.bpmn", model.replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
                .contains("文件里没有可执行的流程");
        assertThat(refused("p.bpmn", model.replace("isExecutable=\"true\"", "")))
                .contains("文件里没有可执行的流程");
        assertThat(refused(
                        "follow-up.bpmn",
                        shipped("customer-follow-up.bpmn").replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
                .contains("文件里没有可执行的流程");
    }

    @Test
    void partsForPeopleAreLeftAlone() {
        String model = shipped("call-handling.bpmn")
                .replace("<bpmn:process id=\"call-handling\"", """
                        <bpmn:collaboration id="Collaboration_1">
                          <bpmn:participant id="Participant_Caller" name="来电人 ${anything}" processRef="Process_Caller" />
                          <bpmn:participant id="Participant_Desk" processRef="call-handling" />
                        </bpmn:collaboration>
                        <bpmn:process id="Process_Caller" isExecutable="false">
                          <bpmn:userTask id="Task_Dial" name="拨打电话" />
                          <bpmn:scriptTask id="Task_Think" scriptFormat="thought"><bpmn:script>hm</bpmn:script></bpmn:scriptTask>
                        </bpmn:process>
                        <bpmn:process id="call-handling\"""".stripTrailing())
                .replaceFirst("</bpmn:process>\\s*(?=<bpmn:message|<bpmndi)", """
                        <bpmn:textAnnotation id="Note_1"><bpmn:text>超过 \\${rings} 声</bpmn:text></bpmn:textAnnotation>
                        </bpmn:process>
                        """);
        assertThat(model).contains("Task_Dial", "Note_1");

        assertThatNoException()
                .isThrownBy(
                        () -> accepted().addString("call-handling.bpmn", model).deploy());
    }

    @Test
    void decorationsOfOtherToolsAreLeftAloneAndHideNothing() {
        String decorated = """
                <bpmn:manualTask id="A"><bpmn:extensionElements>
                  <x:relation class="RC_ANALYST"><x:target value="${nobody}" /></x:relation>
                </bpmn:extensionElements></bpmn:manualTask>""";
        assertThatNoException()
                .isThrownBy(() -> accepted()
                        .addString("p.bpmn", TestModel.process(TestModel.unique("p"), decorated))
                        .deploy());

        for (String word : List.of("script", "connector", "inputOutput", "executionListener", "formData")) {
            String hidden = decorated.replace("x:relation", "x:" + word);
            assertThat(catchThrowable(() -> accepted()
                            .addString("p.bpmn", TestModel.process(TestModel.unique("p"), hidden))
                            .deploy()))
                    .as(word)
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void aModelForAnotherEngineIsSaidToBeOneInOneSentence() {
        String platform = TestModel.process("p", "<bpmn:serviceTask id='A' />")
                .replace(
                        "id=\"D\"",
                        "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" id=\"D\"");
        String zeebe = TestModel.process("p", """
                        <bpmn:serviceTask id='A'><bpmn:extensionElements>
                        <zeebe:taskDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" type="pay" />
                        </bpmn:extensionElements></bpmn:serviceTask>""");
        String flowable = TestModel.process(
                "p", "<bpmn:serviceTask id='A' xmlns:flowable='http://flowable.org/bpmn' flowable:class='x.Y' />");

        assertThat(refused("p.bpmn", platform).lines().skip(1).toList())
                .containsExactly(
                        "p.bpmn：这是 Camunda 8 的模型，本系统用的是 Camunda 7。请在 Camunda Modeler 中选“Camunda Platform 7”重新绘制");
        assertThat(refused("p.bpmn", zeebe).lines().skip(1)).hasSize(1).allMatch(line -> line.contains("Camunda 8"));
        assertThat(refused("p.bpmn", flowable).lines().skip(1)).hasSize(1).allMatch(line -> line.contains("Flowable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P6M", "180 days", "-1", "P0D"})
    void aTimeToLiveThatIsNoNumberOfDays(String written) {
        String model = TestModel.process(TestModel.unique("p"), "<bpmn:task id='A' />")
                .replace("historyTimeToLive=\"P1D\"", "historyTimeToLive=\"" + written + "\"");

        assertThat(refused("p.bpmn", model)).contains("历史保留时间必须是 1 到 36500 天，例如 P180D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　　", " \n ", "\u200b", "\u3164", "\u2800", "\u00a0", "\ufeff\u2060"})
    void aTextWithoutAVisibleSignIsNoText(String written) {
        assertThat(FormValues.isNothing(written)).isTrue();
        assertThat(FormValues.isNothing(written + "好")).isFalse();
    }

    private void assertFound(String table, String said) {
        String found = check.findings(Map.of("t.dmn", TestModel.bytes(table))).stream()
                .map(finding -> finding.text(messages))
                .collect(Collectors.joining("\n"));
        if (said.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(said);
        }
    }

    private static String table(String policy, String type, String values, String first, String second) {
        String listed = values == null ? "" : "<inputValues id=\"V\"><text>" + values + "</text></inputValues>";
        return TestModel.decision(TestModel.unique("d"), "", "a", first, "1")
                .replace("<decisionTable id=\"T\">", "<decisionTable id=\"T\" hitPolicy=\"" + policy + "\">")
                .replace("typeRef=\"string\"", "typeRef=\"" + type + "\"")
                .replace("</inputExpression></input>", "</inputExpression>" + listed + "</input>")
                .replace("</rule>", """
                        </rule><rule id="R2"><inputEntry id="C2"><text>%s</text></inputEntry>
                        <outputEntry id="OE2"><text>2</text></outputEntry></rule>""".formatted(second));
    }

    private long version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(CallHandling.PROCESS)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private DeploymentBuilder accepted() {
        return repository.createDeployment().name(NAME);
    }

    private String refused(String file, String model) {
        Throwable refusal =
                catchThrowable(() -> accepted().addString(file, model).deploy());
        assertThat(refusal).isInstanceOf(RefusedException.class);
        return refusal.getMessage();
    }

    private static String shipped(String file) {
        try {
            return new String(new TreeMap<>(new ModelFolders(List.of()).read()).get(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
