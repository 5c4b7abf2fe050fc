package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rotadesk.RotaDeskTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A model cannot do anything forbidden in any spelling: the check of the file and the check of the parsed model both
 * refuse it.
 */
@RotaDeskTest
class ParsedModelTest {

    private static final String COMMAND = """
            <bpmn:extensionElements><camunda:field name="command"><camunda:string>id</camunda:string></camunda:field>\
            </bpmn:extensionElements>""";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:type='shell'",
                "camunda:type='Shell'",
                "camunda:type='SHELL'",
                "camunda:type='sHELL'",
                "camunda:type='Mail'",
                "camunda:type='MAIL'",
                "camunda:type=' shell '",
                "camunda:type='sh&#101;ll'",
                "camunda:type='External'",
                "camunda:type='EXTERNAL' camunda:topic='t'",
                "camunda:type=''",
                "c:type='Shell'",
                "activiti:type='Shell'",
                "activiti:type='shell' x:type='external'",
                "camunda:type='external' camunda:topic='t' activiti:type='shell'",
                "camunda:class='java.lang.Runtime'",
                "activiti:class='java.lang.Runtime'",
                "camunda:delegateExpression='${dataSource}'",
                "camunda:delegateExpression='${ greeting }'",
                "camunda:delegateExpression='#{findCaller.execute(execution)}'",
                "activiti:expression='${findCaller.execute(null)}'",
            })
    void noTaskDoesAnythingButCallComponents(String attributes) {
        for (String element : new String[] {"serviceTask", "sendTask", "businessRuleTask"}) {
            String task = "<bpmn:%s id='A' %s>%s</bpmn:%1$s>".formatted(element, attributes, COMMAND);
            refused(TestModel.process(TestModel.unique("p"), task));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shell", "sHELL", "Mail"})
    void neitherDoesAnythingInsideOrAtTheEndOfOthers(String type) {
        String task = "<bpmn:serviceTask id='%s' camunda:type='" + type + "'>%s" + COMMAND + "</bpmn:serviceTask>";
        String loop =
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
        refused(TestModel.process(TestModel.unique("p"), """
                <bpmn:serviceTask id="A" camunda:type="%s">%s%s</bpmn:serviceTask>""".formatted(type, COMMAND, loop)));
        refused(TestModel.process(TestModel.unique("p"), """
                <bpmn:subProcess id="A"><bpmn:startEvent id="S2" />%s
                <bpmn:sequenceFlow id="F3" sourceRef="S2" targetRef="B" /></bpmn:subProcess>""".formatted(task.formatted("B", ""))));
        refused(TestModel.process(TestModel.unique("p"), """
                <bpmn:task id="A" /><bpmn:subProcess id="X" triggeredByEvent="true">
                <bpmn:startEvent id="S2"><bpmn:errorEventDefinition id="X1" /></bpmn:startEvent>%s
                <bpmn:sequenceFlow id="F3" sourceRef="S2" targetRef="B" /></bpmn:subProcess>""".formatted(task.formatted("B", ""))));
        for (String event : new String[] {"intermediateThrowEvent", "endEvent"}) {
            refused(TestModel.process(TestModel.unique("p"), """
                    <bpmn:task id="A" /><bpmn:%s id="B"><bpmn:messageEventDefinition id="M" camunda:type="%s">%s\
                    </bpmn:messageEventDefinition></bpmn:%1$s>
                    <bpmn:sequenceFlow id="F3" sourceRef="A" targetRef="B" />""".formatted(event, type, COMMAND)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event='start' class='java.lang.Runtime' />",
                "<activiti:executionListener event='start' class='java.lang.Runtime' />",
                "<camunda:executionListener event='start'><camunda:script scriptFormat='JavaScript'>1</camunda:script></camunda:executionListener>",
                "<camunda:executionListener event='start' expression='${findCaller.execute(execution)}' />",
                "<camunda:executionListener event='start' delegateExpression='${dataSource}' />",
                "<camunda:executionListener event='start' delegateExpression='${findCaller}'><camunda:field name='x' stringValue='y' /></camunda:executionListener>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:list></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key=\"${''.getClass()}\">1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'>${saveCallRegister.notify(null)}</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'>$<!-- -->{recordPickUp.execute(a)}</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><![CDATA[${runtimeService.x()}]]></camunda:inputParameter></camunda:inputOutput>",
                "<x:connector><x:connectorId>http-connector</x:connectorId></x:connector>",
                "<camunda:potentialStarter><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(x)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></camunda:potentialStarter>",
                "<camunda:failedJobRetryTimeCycle>R99999999/PT1S</camunda:failedJobRetryTimeCycle>",
                "<camunda:failedJobRetryTimeCycle>${findCaller.execute(execution)}</camunda:failedJobRetryTimeCycle>",
                "<camunda:somethingNew a='1' />",
            })
    void partsOfAnElementAreCheckedToo(String extension) {
        refused(TestModel.process(TestModel.unique("p"), """
                <bpmn:manualTask id="A"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:manualTask>""".formatted(extension)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution",
                "Execution",
                "task",
                "caseExecution",
                "authenticatedUserId",
                "externalTask",
                "loopCounter",
                "nrOfInstances",
                "now",
                "calls",
                "recordPickUp",
                "__proto__",
                "constructor",
                "prototype",
                "a-b",
                "1a",
                "",
            })
    void aNameThatMeansSomethingElseCannotBeGivenToAVariable(String name) {
        for (String element : new String[] {
            "<bpmn:manualTask id='A'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='%s'>1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask>",
            "<bpmn:manualTask id='A'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='%s'>1</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask>",
            "<bpmn:serviceTask id='A' camunda:expression='${now()}' camunda:resultVariable='%s' />",
            "<bpmn:serviceTask id='A' camunda:expression='${now()}' activiti:resultVariableName='%s' />",
            "<bpmn:callActivity id='A' calledElement='other'><bpmn:extensionElements><camunda:in source='a' target='%s' /></bpmn:extensionElements></bpmn:callActivity>",
            "<bpmn:callActivity id='A' calledElement='other'><bpmn:extensionElements><camunda:out source='a' target='%s' /></bpmn:extensionElements></bpmn:callActivity>",
            "<bpmn:manualTask id='A'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${greeting.of(1)}' camunda:elementVariable='%s' /></bpmn:manualTask>",
        }) {
            refused(TestModel.process(TestModel.unique("p"), element.formatted(name)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:resource='deployment://x.js'",
                "camunda:variableMappingClass='java.lang.Runtime'",
                "camunda:variableMappingDelegateExpression='${findCaller}'",
                "camunda:calledElementTenantId='qinghe'",
                "camunda:formHandlerClass='java.lang.Runtime'",
                "camunda:somethingNew='1'",
                "activiti:somethingNew='1'",
                "calledElementIsDynamic='x' camunda:caseRef='c'",
            })
    void attributesThatNobodyHasCheckedAreRefused(String attribute) {
        refused(TestModel.process(
                TestModel.unique("p"), "<bpmn:callActivity id='A' calledElement='other' %s />".formatted(attribute)));
    }

    /** The engine removes blanks around the value before it reads it. */
    @ParameterizedTest
    @ValueSource(strings = {" true ", "true ", "&#10;true", "&#9;True", "tRUE", "1", " 1 "})
    void aProcessIsReadUnlessItSaysThatItCannotRun(String executable) {
        String beside = TestModel.process(TestModel.unique("p"), "<bpmn:manualTask id='B' />")
                .replaceAll("(?s).*(<bpmn:process.*</bpmn:process>).*", "$1")
                .replaceAll("id=\"(S|F1|F2|E)\"", "id=\"$1b\"")
                .replaceAll("Ref=\"(S|E)\"", "Ref=\"$1b\"")
                .replace("Ref=\"A\"", "Ref=\"B\"");
        String model = TestModel.file("", beside + """
                <bpmn:process id="%s" isExecutable="%s" camunda:historyTimeToLive="P1D">
                  <bpmn:startEvent id="S" /><bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="A" />
                  <bpmn:userTask id="A" />
                </bpmn:process>""".formatted(TestModel.unique("p"), executable));

        assertThat(refused(model)).contains("A：用户任务没有表单");
        for (String says : List.of("false", " false ", "0")) {
            assertThatNoException()
                    .as(says)
                    .isThrownBy(() -> deploy(model.replace("isExecutable=\"" + executable, "isExecutable=\"" + says)));
        }
    }

    /** The engine takes any element for a value, whatever its name is and to whom it belongs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "category",
                "group",
                "textAnnotation",
                "documentation",
                "BPMNDiagram",
                "DMNDI",
                "process",
                "extensionElements"
            })
    void aValueIsReadWhateverItsElementIsCalled(String name) {
        for (String space : List.of(
                "http://camunda.org/schema/1.0/bpmn",
                "http://activiti.org/bpmn",
                "http://example.org/elsewhere",
                "http://www.omg.org/spec/elsewhere",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "x://www.omg.org/spec/BPMN/20100524/MODEL")) {
            for (String value : List.of(
                    "<v:%1$s>${nobody}</v:%1$s>",
                    "<v:list><v:%1$s>${nobody}</v:%1$s></v:list>",
                    "<v:map><v:entry key='a'><v:%1$s>${nobody}</v:%1$s></v:entry></v:map>")) {
                String input = "<camunda:inputOutput><camunda:inputParameter name='a' xmlns:v='" + space + "'>"
                        + value.formatted(name) + "</camunda:inputParameter></camunda:inputOutput>";
                assertThat(refused(TestModel.process(TestModel.unique("p"), """
                                <bpmn:manualTask id="A"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:manualTask>""".formatted(input))))
                        .contains("变量 nobody 未知");
            }
        }
    }

    @Test
    void theDocumentationOfBpmnIsAValueToo() {
        assertThat(refused(TestModel.process(TestModel.unique("p"), """
                        <bpmn:manualTask id="A"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a">
                        <bpmn:documentation>${nobody}</bpmn:documentation></camunda:inputParameter></camunda:inputOutput>
                        </bpmn:extensionElements></bpmn:manualTask>"""))).contains("变量 nobody 未知");
    }

    /** What the engine does not read says nothing: of a process, what belongs to decisions; and the other way round. */
    @Test
    void anAttributeOfAnotherLanguageIsNotBelieved() {
        assertThat(refused(TestModel.process(TestModel.unique("p"), """
                        <bpmn:userTask id="A" xmlns:d="http://camunda.org/schema/1.0/dmn" d:formRef="f" d:formRefBinding="deployment" />"""))).contains("A：用户任务没有表单");
        assertThat(refused(TestModel.process(TestModel.unique("p"), """
                        <bpmn:userTask id="A" xmlns:d="http://camunda.org/schema/1.0/dmn" camunda:formRef="f"
                          d:formRefBinding="deployment" activiti:formRefBinding="latest" />"""))).contains("绑定方式必须是 deployment");
        assertThat(refused(TestModel.process(TestModel.unique("p"), "<bpmn:manualTask id='A' />")
                        .replace("camunda:history", "xmlns:d='http://camunda.org/schema/1.0/dmn' d:history")))
                .contains("没有写明历史保留时间");
        String decision = TestModel.decision(TestModel.unique("d"), "", "x", "", "\"a\"");
        for (String other : List.of("http://activiti.org/bpmn", "http://camunda.org/schema/1.0/bpmn")) {
            var refusal = (RefusedException) catchThrowable(() -> repository
                    .createDeployment()
                    .addString("test.dmn", decision.replace("http://camunda.org/schema/1.0/dmn", other))
                    .deploy());
            assertThat(refusal).as(other).hasMessageContaining("没有写明历史保留时间");
        }
    }

    @Test
    void aStartByAFormIsNotAsynchronousInAnySpelling() {
        for (String async :
                new String[] {"camunda:async", "activiti:async", "camunda:asyncBefore", "activiti:asyncBefore"}) {
            String message = refused(TestModel.file("", """
                    <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                      <bpmn:startEvent id="S" camunda:formRef="f" camunda:formRefBinding="deployment" %s="true" />
                    </bpmn:process>""".formatted(TestModel.unique("p"), async)));
            assertThat(message).contains("不能异步执行");
        }
    }

    /** The second wall, as if the check of the file's text had let it through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='A' camunda:type='Shell'><bpmn:extensionElements><camunda:field name='command'><camunda:string>id</camunda:string></camunda:field></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='A' camunda:class='x.Y' />",
                "<bpmn:scriptTask id='A' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='A' camunda:expression='${recordPickUp.execute(execution)}' />",
                "<bpmn:serviceTask id='A' camunda:delegateExpression='${dataSource}' />",
                "<bpmn:serviceTask id='A' camunda:delegateExpression='${saveCallRegister}' />",
                "<bpmn:serviceTask id='A' camunda:delegateExpression='${findCaller}'><bpmn:extensionElements><camunda:field name='a' stringValue='b' /></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:callActivity id='A' calledElement='x' camunda:variableMappingClass='x.Y' />",
                "<bpmn:callActivity id='A' camunda:caseRef='x' />",
                "<bpmn:userTask id='A' camunda:assignee=\"${''.getClass()}\" />",
                "<bpmn:userTask id='A'><bpmn:extensionElements><camunda:taskListener event='create' class='x.Y' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='A'><bpmn:extensionElements><camunda:taskListener event='create' expression='${saveCallRegister.notify(task)}' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='A'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string' defaultValue='${dataSource.x()}' /></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:manualTask id='A'><bpmn:extensionElements><camunda:executionListener event='end'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:manualTask>",
                "<bpmn:manualTask id='A' camunda:asyncBefore='true' camunda:jobPriority='${dataSource.x()}' />",
                "<bpmn:manualTask id='A'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask>",
                "<bpmn:manualTask id='A'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>",
                "<bpmn:manualTask id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='E'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>true</bpmn:conditionExpression></bpmn:sequenceFlow>",
            })
    void theParsedModelIsCheckedOnceMore(String element) {
        Throwable refused = catchThrowable(() -> parse(TestModel.process("never-deployed", element)));

        assertThat(refused).hasRootCauseInstanceOf(RefusedException.class);
        assertThat(refused).rootCause().hasMessageContaining("never-deployed，");
    }

    @Test
    void anAllowedModelPassesBothWalls() {
        String model = TestModel.process(TestModel.unique("p"), """
                <bpmn:subProcess id="A"><bpmn:startEvent id="S2" /><bpmn:sequenceFlow id="F3" sourceRef="S2" targetRef="B" />
                <bpmn:serviceTask id="B" camunda:expression="${greeting.of('x')}" camunda:resultVariable="answer" camunda:asyncBefore="true" camunda:jobPriority="5">
                  <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle>
                  <camunda:inputOutput><camunda:inputParameter name="a"><camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:inputParameter>
                  <camunda:inputParameter name="b"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>
                  <camunda:executionListener event="start" delegateExpression="${findCaller}" /></bpmn:extensionElements>
                </bpmn:serviceTask><bpmn:sequenceFlow id="F4" sourceRef="B" targetRef="C" />
                <bpmn:serviceTask id="C" camunda:type="external" camunda:topic="t" /><bpmn:sequenceFlow id="F5" sourceRef="C" targetRef="G" />
                <bpmn:inclusiveGateway id="G" /><bpmn:sequenceFlow id="F6" sourceRef="G" targetRef="H"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${answer == 'x'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:callActivity id="H" calledElement="other"><bpmn:extensionElements><camunda:in source="a" target="a" /></bpmn:extensionElements></bpmn:callActivity>
                <bpmn:sequenceFlow id="F7" sourceRef="H" targetRef="K" /><bpmn:manualTask id="K"><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>
                </bpmn:subProcess>
                <bpmn:boundaryEvent id="T" attachedToRef="A"><bpmn:timerEventDefinition id="T1"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="F8" sourceRef="T" targetRef="E" />""");

        assertThatNoException().isThrownBy(() -> deploy(model));
    }

    @Test
    void aCalledProcessGetsTheBusinessKeyAndNothingElseOfTheInstance() {
        String call = """
                <bpmn:callActivity id="A" calledElement="other"><bpmn:extensionElements>\
                <camunda:in businessKey="%s" /></bpmn:extensionElements></bpmn:callActivity>""";
        assertThatNoException()
                .isThrownBy(() -> deploy(
                        TestModel.process(TestModel.unique("p"), call.formatted("#{execution.processBusinessKey}"))));
        for (String other : List.of(
                "#{execution.processInstance}",
                "${execution.processBusinessKey}",
                "#{execution.processBusinessKey }")) {
            assertThat(refused(TestModel.process(TestModel.unique("p"), call.formatted(other))))
                    .contains("表达式");
        }
    }

    @Test
    void anExpressionCannotCallAStepWhileItRunsEither() {
        assertThatThrownBy(() -> evaluate("${recordPickUp.execute(null)}")).hasMessageContaining("no value bean");
        assertThatThrownBy(() -> evaluate("${saveCallRegister.notify(null)}")).hasMessageContaining("no value bean");
        assertThatThrownBy(() -> evaluate("${''.getClass()}")).hasMessageContaining("no value bean");
        assertThatThrownBy(() -> evaluate("${'a'.bytes}")).hasMessageContaining("property");
        assertThatThrownBy(() -> evaluate("${greeting.class}")).hasMessageContaining("property");
        assertThat(evaluate("${greeting.of('x')}")).isEqualTo("您好，x");
        assertThat(evaluate("${dateTime().plusDays(1).toDate()}")).isNotNull();
    }

    @Test
    void moreOfOneElementThanThereCanBePeopleIsRefusedWhileItRuns() {
        String key = TestModel.unique("p");
        deploy(TestModel.process(key, """
                <bpmn:manualTask id="A" name="A"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="n">1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>
                <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${n}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>"""));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(key, java.util.Map.of("n", 100_000)))
                .hasStackTraceContaining("最多 200 份");
        assertThatNoException().isThrownBy(() -> runtime.startProcessInstanceByKey(key, java.util.Map.of("n", 3)));
    }

    private String refused(String model) {
        var refusal = (RefusedException) catchThrowable(() -> deploy(model));
        assertThat(refusal).as(model).isNotNull();
        assertThat(refusal.getMessage()).as(model).doesNotContain("流程引擎不能接受");
        return refusal.getMessage();
    }

    private void deploy(String model) {
        repository.createDeployment().addString("test.bpmn", model).deploy();
    }

    private void parse(String model) {
        BpmnDeployer deployer = engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        engine.getCommandExecutorTxRequired().execute(context -> {
            DeploymentEntity deployment = new DeploymentEntity();
            deployment.setNew(true);
            deployer.getBpmnParser()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(TestModel.bytes(model)))
                    .deployment(deployment)
                    .name("test.bpmn")
                    .execute();
            return null;
        });
    }

    private Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(new org.camunda.bpm.engine.impl.persistence.entity.TaskEntity("no-task")));
    }
}
