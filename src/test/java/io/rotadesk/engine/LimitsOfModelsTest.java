package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rotadesk.RotaDeskTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that would keep the machine busy for ever, or cannot even be read, is refused quickly and with a reason. */
@RotaDeskTest
class LimitsOfModelsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void tooLargeTooManyTooDeep() {
        String padding = "<!--" + "x".repeat(1_100_000) + "-->";
        assertThat(refused(TestModel.process("p", "<bpmn:task id='A' />" + padding)))
                .contains("文件太大");
        assertThat(refused(repository.createDeployment().addString("a.form", " ".repeat(2_000_000))))
                .contains("文件太大");
        assertThat(refused(TestModel.process("p", nested(100)))).contains("嵌套太深");
        assertThat(refused(TestModel.process("p", nested(20_000)))).contains("嵌套太深");
        assertThat(refused(TestModel.process("p", "<bpmn:task id='A' />".repeat(25_000))))
                .contains("元素太多");
        DeploymentBuilder many = repository.createDeployment();
        IntStream.range(0, 400).forEach(i -> many.addString(i + ".form", "{}"));
        assertThat(refused(many)).contains("最多部署 300 个文件");
        DeploymentBuilder heavy = repository.createDeployment();
        IntStream.range(0, 12).forEach(i -> heavy.addString(i + ".form", " ".repeat(1_000_000)));
        assertThat(refused(heavy)).contains("最多 8 MB");
        assertThat(refused(TestModel.process("p".repeat(300), "<bpmn:task id='A' />")))
                .contains("最多 255 个字");
        assertThat(refused(TestModel.process("p", "<bpmn:task id='A' name='" + "n".repeat(300) + "' />")))
                .contains("最多 255 个字");
    }

    @Test
    void anExpressionThatIsTooLongOrTooDeepIsAFindingAndNoError() {
        for (String expression : new String[] {
            "${" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "}",
            "${" + "(".repeat(300) + "1" + ")".repeat(300) + "}",
            "${" + "!".repeat(400) + "true}",
            "${" + "-".repeat(400) + "1}",
            "${" + "true ? 1 : ".repeat(80) + "1}",
            "${" + "empty ".repeat(150) + "1}",
            "${1" + " + 1".repeat(5_000) + "}",
        }) {
            assertThat(refused(TestModel.process(
                            "p", "<bpmn:serviceTask id='A' camunda:expression='" + expression + "' />")))
                    .containsAnyOf("表达式太长", "表达式嵌套太深");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "1000000000", "99999999999999", "1e9", "x"})
    void aLoopOfTooManyOrNone(String cardinality) {
        assertThat(refused(TestModel.process("p", """
                <bpmn:manualTask id="A"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>%s</bpmn:loopCardinality>\
                </bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>""".formatted(cardinality)))).contains("多实例的次数");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:exclusiveGateway id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A'><bpmn:conditionExpression>${true}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:task id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='B' /><bpmn:serviceTask id='B' camunda:asyncBefore='true' camunda:expression='${now()}' /><bpmn:sequenceFlow id='F4' sourceRef='B' targetRef='A' />",
                "<bpmn:task id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='L' /><bpmn:intermediateThrowEvent id='L'><bpmn:linkEventDefinition id='L1' name='again' /></bpmn:intermediateThrowEvent>"
                        + "<bpmn:intermediateCatchEvent id='M' name='again'><bpmn:linkEventDefinition id='L2' name='again' /></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id='F4' sourceRef='M' targetRef='A' />",
                "<bpmn:subProcess id='A'><bpmn:startEvent id='S2' /><bpmn:sequenceFlow id='F3' sourceRef='S2' targetRef='X' /><bpmn:endEvent id='X'><bpmn:errorEventDefinition id='X1' errorRef='Again' /></bpmn:endEvent></bpmn:subProcess>"
                        + "<bpmn:boundaryEvent id='B' attachedToRef='A'><bpmn:errorEventDefinition id='B1' errorRef='Again' /></bpmn:boundaryEvent><bpmn:sequenceFlow id='F4' sourceRef='B' targetRef='A' />",
                "<bpmn:subProcess id='A'><bpmn:startEvent id='S2' /><bpmn:sequenceFlow id='F3' sourceRef='S2' targetRef='X' /><bpmn:endEvent id='X'><bpmn:extensionElements><camunda:executionListener event='end' expression='${now()}' /></bpmn:extensionElements></bpmn:endEvent></bpmn:subProcess>"
                        + "<bpmn:boundaryEvent id='B' attachedToRef='A'><bpmn:errorEventDefinition id='B1' errorRef='Again' /></bpmn:boundaryEvent><bpmn:sequenceFlow id='F4' sourceRef='B' targetRef='A' />",
                "<bpmn:subProcess id='A'><bpmn:startEvent id='S2' /><bpmn:sequenceFlow id='F3' sourceRef='S2' targetRef='X' /><bpmn:endEvent id='X' /></bpmn:subProcess><bpmn:sequenceFlow id='F4' sourceRef='A' targetRef='A' />",
                "<bpmn:callActivity id='A' calledElement='p' />",
                "<bpmn:callActivity id='A' calledElement=' p ' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A' />",
                "<bpmn:callActivity id='A' calledElement='${greeting.of(1)}' />",
                "<bpmn:serviceTask id='A' camunda:expression='${now()}' /><bpmn:boundaryEvent id='B' attachedToRef='A'><bpmn:errorEventDefinition id='B1' /></bpmn:boundaryEvent><bpmn:sequenceFlow id='F4' sourceRef='B' targetRef='A' />",
                "<bpmn:intermediateCatchEvent id='A'><bpmn:timerEventDefinition id='T'><bpmn:timeDuration>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A' />",
                "<bpmn:intermediateCatchEvent id='A'><bpmn:timerEventDefinition id='T'><bpmn:timeDate>2020-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A' />",
                "<bpmn:intermediateCatchEvent id='A'><bpmn:conditionalEventDefinition id='T' camunda:variableName='v'><bpmn:condition>${true}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A' />",
                "<bpmn:receiveTask id='A' /><bpmn:boundaryEvent id='B' attachedToRef='A'><bpmn:timerEventDefinition id='T'><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id='F4' sourceRef='B' targetRef='A' />",
                "<bpmn:intermediateThrowEvent id='A'><bpmn:signalEventDefinition id='T' signalRef='Again' /></bpmn:intermediateThrowEvent>"
                        + "<bpmn:startEvent id='S3'><bpmn:signalEventDefinition id='T3' signalRef='Again' /></bpmn:startEvent><bpmn:sequenceFlow id='F5' sourceRef='S3' targetRef='A' />",
            })
    void aProcessThatGoesRoundForEver(String elements) {
        String model = TestModel.process("p", elements).replace("</bpmn:definitions>", """
                <bpmn:error id="Again" errorCode="again" /><bpmn:signal id="Again" name="again" /></bpmn:definitions>""".replace(
                        elements.contains("signal")
                                ? "<bpmn:error id=\"Again\" errorCode=\"again\" />"
                                : "<bpmn:signal id=\"Again\" name=\"again\" />",
                        ""));
        assertThat(refused(model)).containsAnyOf("不停地循环", "必须直接写明编号");
    }

    /** Otherwise the instance would be over, and nobody would know why. */
    @Test
    void anErrorThatTheModelDoesNotCatchIsAFault() {
        String key = TestModel.unique("p");
        deploy(TestModel.process(key, "<bpmn:task id='A' />")
                .replace(
                        "<bpmn:endEvent id=\"E\" />",
                        "<bpmn:endEvent id=\"E\"><bpmn:errorEventDefinition id=\"E1\" errorRef=\"Lost\" /></bpmn:endEvent>")
                .replace("</bpmn:definitions>", "<bpmn:error id=\"Lost\" errorCode=\"lost\" /></bpmn:definitions>"));

        assertThat(catchThrowable(() -> runtime.startProcessInstanceByKey(key))).hasMessageContaining("lost");
    }

    @Test
    void processesThatCallEachOther() {
        String one = TestModel.unique("p");
        String other = TestModel.unique("p");
        String call = "<bpmn:callActivity id='A' calledElement='%s' />";
        assertThat(refused(repository
                        .createDeployment()
                        .addString("one.bpmn", TestModel.process(one, call.formatted(other)))
                        .addString("other.bpmn", TestModel.process(other, call.formatted(one)))))
                .contains("不停地循环");

        repository
                .createDeployment()
                .addString("one.bpmn", TestModel.process(one, call.formatted(other)))
                .deploy();
        assertThat(refused(TestModel.process(other, call.formatted(one)))).contains("不停地循环");
    }

    /** Nothing goes round by itself here, but each round leaves an instance that waits for the next one. */
    @Test
    void processesThatCallEachOtherAfterAWait() {
        String one = TestModel.unique("p");
        String other = TestModel.unique("p");
        String waitAndCall = "<bpmn:receiveTask id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='B' />"
                + "<bpmn:callActivity id='B' calledElement='%s' />";
        assertThat(refused(TestModel.process(one, waitAndCall.formatted(one)))).contains("调用自己");

        repository
                .createDeployment()
                .addString("one.bpmn", TestModel.process(one, waitAndCall.formatted(other)))
                .deploy();
        assertThat(refused(TestModel.process(other, waitAndCall.formatted(one))))
                .contains("调用自己");
        assertThatNoException()
                .isThrownBy(() -> deploy(TestModel.process(other, waitAndCall.formatted("comes-later"))));
    }

    @Test
    void aProcessThatWaitsBeforeItComesBackIsWelcome() {
        assertThatNoException().isThrownBy(() -> deploy(TestModel.process(TestModel.unique("p"), """
                <bpmn:receiveTask id="A" /><bpmn:sequenceFlow id="F3" sourceRef="A" targetRef="B" />
                <bpmn:exclusiveGateway id="B" default="F4" /><bpmn:sequenceFlow id="F4" sourceRef="B" targetRef="A" />
                <bpmn:sequenceFlow id="F5" sourceRef="B" targetRef="E"><bpmn:conditionExpression>${true}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:boundaryEvent id="T" attachedToRef="A"><bpmn:timerEventDefinition id="T1"><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="F6" sourceRef="T" targetRef="A" />""")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeCycle|R/PT1S",
                "timeCycle|R/PT59S",
                "timeCycle|R100000/PT1M",
                "timeCycle|R/PT0S",
                "timeCycle|R/P0D",
                "timeCycle|R/1970-01-01T00:00:00/PT1M",
                "timeCycle|R/PT1S/9999-01-01T00:00:00",
                "timeCycle|* * * * * ?",
                "timeCycle|0/1 * * * * ?",
                "timeCycle|0,1 0 9 * * ?",
                "timeCycle|0-5 0 9 1 1 ?",
                "timeCycle|0 0 0 31 2 ?",
                "timeCycle|every minute",
                "timeCycle|${'R/PT0S'}",
                "timeCycle|R/PT${0}S",
                "timeDuration|R/PT${0}S",
                "timeDuration|one hour",
                "timeDuration|R/PT1S",
                "timeDuration|PT1S/2020-01-01T00:00:00",
                "timeDuration|P999999999Y",
                "timeDuration|-PT1S",
                "timeDate|tomorrow",
                "timeDate|-999999-01-01T00:00:00",
                "timeDate|+999999999-01-01T00:00:00",
            })
    void aTimerThatFiresTooOftenOrCannotBeRead(String element, String text) {
        String timer = "<bpmn:timerEventDefinition id='T'><bpmn:%s>%s</bpmn:%1$s></bpmn:timerEventDefinition>"
                .formatted(element, text);
        assertThat(refused(TestModel.file("", """
                <bpmn:process id="p" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <bpmn:startEvent id="S">%s</bpmn:startEvent>
                </bpmn:process>""".formatted(timer)))).contains("定时“");
        assertThat(refused(TestModel.process("p", """
                <bpmn:receiveTask id="A" /><bpmn:boundaryEvent id="B" cancelActivity="false" attachedToRef="A">%s</bpmn:boundaryEvent>""".formatted(timer)))).contains("定时“");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "P0D", "-1", "P-1D", "one", "P1M", "PT1H", "999999999", "P99999D", " ", "${1}"})
    void historyThatDoesNotLast(String timeToLive) {
        assertThat(refused(TestModel.process("p", "<bpmn:task id='A' />").replace("P1D", timeToLive)))
                .contains("历史保留时间");
        assertThat(refused(repository
                        .createDeployment()
                        .addString(
                                "d.dmn",
                                TestModel.decision("d", "", "a", "1", "1").replace("P1D", timeToLive))))
                .contains("历史保留时间");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.omg.org/spec/x/javascript/feel",
                "javascript",
                "groovy",
                "juel",
                "JUEL",
                "Feel",
                "fEEL",
                " feel",
                "http://www.omg.org/spec/FEEL/20140401/",
                "https://www.omg.org/spec/DMN/20191111/FEEL",
                "",
            })
    void aDecisionInAnotherLanguage(String language) {
        String attribute = "expressionLanguage='" + language + "'";
        assertThat(refused(decision(TestModel.decision("d", attribute, "a", "1", "1"))))
                .contains("决策只能用 FEEL");
        assertThat(refused(decision(TestModel.decision("d", "", "a", "1", "1")
                        .replace("<outputEntry id", "<outputEntry " + attribute + " id"))))
                .contains("决策只能用 FEEL");
        assertThat(refused(decision(TestModel.decision("d", "", "a", "1", "1")
                        .replace("name=\"D\" namespace", attribute + " name=\"D\" namespace"))))
                .contains("决策只能用 FEEL");
    }

    @Test
    void feelOfADecisionIsReadAndNotRun() {
        long before = System.nanoTime();
        assertThat(refused(decision(
                        TestModel.decision("d", "", "count(for i in 1..30000000 return i)", "&gt; 0", "\"x\""))))
                .contains("可能一直算不完");
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
        for (String wrong :
                new String[] {"a ===", "(", "if a then", "[".repeat(3_000), "(".repeat(30) + "1" + ")".repeat(30)}) {
            assertThat(refused(decision(TestModel.decision("d", "", wrong, "1", "1"))))
                    .contains("FEEL 表达式");
            assertThat(refused(decision(TestModel.decision("d", "", "a", wrong, "1"))))
                    .contains("FEEL 表达式");
            assertThat(refused(decision(TestModel.decision("d", "", "a", "1", wrong))))
                    .contains("FEEL 表达式");
        }
        assertThat(refused(decision(TestModel.decision("d", "", "a", "1", "x".repeat(2_500)))))
                .contains("太长");
        assertThat(refused(decision(TestModel.decision("d", "camunda:inputVariable='execution'", "a", "1", "1"))))
                .contains("不能把变量或参数命名为");
        assertThat(refused(decision(
                        TestModel.decision("d", "", "a", "1", "1").replace("\"string\"", "\"java.lang.Runtime\""))))
                .contains("不支持数据类型");
    }

    @Test
    void decisionsThatRequireEachOtherInACircle() {
        String circle = TestModel.decision("d", "", "a", "1", "1").replace("<decisionTable id=\"T\">", """
                <informationRequirement id="Q"><requiredDecision href="#d" /></informationRequirement><decisionTable id="T">""");
        assertThat(refused(decision(circle))).contains("互相引用");
        String levels = IntStream.range(0, 12)
                .mapToObj(i -> """
                        <decision id="l%d" name="l" camunda:historyTimeToLive="P1D">%s
                        <literalExpression id="x%1$d"><text>1</text></literalExpression></decision>""".formatted(
                                i,
                                ("<informationRequirement id=\"q%d-%%d\"><requiredDecision href=\"#l" + (i + 1)
                                                + "\" /></informationRequirement>")
                                        .formatted(i)
                                        .repeat(3)))
                .collect(Collectors.joining());
        assertThat(refused(decision(TestModel.decision("d", "", "a", "1", "1")
                        .replace("</definitions>", levels + "</definitions>"))))
                .contains("引用得太多");
    }

    @Test
    void aModelThatTheEngineCannotReadIsReportedLikeOtherMistakes() {
        assertThat(refused(TestModel.process("p", "<bpmn:userTask id='B' />"))).contains("没有部署");
        assertThat(refused(TestModel.file("", """
                <bpmn:process id="p" isExecutable="true" camunda:historyTimeToLive="P1D"><bpmn:nonsense /></bpmn:process>"""))).contains("流程引擎不能接受");
        assertThat(refused(repository
                        .createDeployment()
                        .addString("a.bpmn", TestModel.process("twice", "<bpmn:task id='A' />"))
                        .addString("b.bpmn", TestModel.process("twice", "<bpmn:task id='A' />"))))
                .contains("流程引擎不能接受");
    }

    @Test
    void aDeploymentForOneUnitIsRefused() {
        String model = TestModel.process(TestModel.unique("p"), "<bpmn:task id='A' />");
        assertThat(refused(repository.createDeployment().tenantId("qinghe").addString("a.bpmn", model)))
                .contains("不能只部署给某一个单位");
    }

    private static String nested(int depth) {
        return "<bpmn:subProcess>".repeat(depth) + "</bpmn:subProcess>".repeat(depth);
    }

    private DeploymentBuilder decision(String file) {
        return repository.createDeployment().addString("d.dmn", file);
    }

    private void deploy(String model) {
        repository.createDeployment().addString("test.bpmn", model).deploy();
    }

    private String refused(String model) {
        return refused(repository.createDeployment().addString("test.bpmn", model));
    }

    private static String refused(DeploymentBuilder deployment) {
        Throwable refusal = catchThrowable(deployment::deploy);
        assertThat(refusal).isInstanceOf(RefusedException.class);
        return refusal.getMessage();
    }
}
