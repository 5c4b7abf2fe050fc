package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rotadesk.RotaDeskTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a form shows is looked up when it is opened, checked or sent. */
@RotaDeskTest
class ShownValuesTest {

    private static final String FORM = """
        {"id":"%s","type":"default","components":[
          {"type":"text","id":"T","text":"## {{line}}"},
          {"type":"textfield","id":"N","key":"name","label":"姓名"},
          {"type":"textfield","id":"R","key":"remarks","label":"备注"},
          {"type":"select","id":"C","key":"choice","label":"选择","valuesKey":"options"}]}\
        """;

    private static final String INPUTS = """
        <camunda:inputParameter name="line">${changing.failing('line')}</camunda:inputParameter>
        <camunda:inputParameter name="name">${changing.of('name')}</camunda:inputParameter>
        <camunda:inputParameter name="options">${changing.options('option')}</camunda:inputParameter>\
        """;

    private static final String VIEW =
            "<camunda:inputParameter name=\"all\">${changing.view('name')}</camunda:inputParameter>";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    TransactionTemplate transaction;

    String key;
    String deployment;

    @BeforeEach
    void values() {
        key = TestModel.unique("shown");
        ChangingValues.VALUES.clear();
        ChangingValues.SEEN.clear();
        ChangingValues.VALUES.putAll(Map.of("line", "王先生", "name", "王先生", "option", "甲"));
    }

    @AfterEach
    void remove() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aFormShowsTheStateOfNowAndNothingOfItIsARow() {
        Task task = open(INPUTS, "");
        assertThat(rows(task)).isEmpty();
        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("line", "王先生")
                .containsEntry("name", "王先生")
                .containsKey("options");

        ChangingValues.VALUES.put("line", "李*女士*");

        assertThat(forms.getTaskFormVariables(task.getId(), List.of("line", "remarks"), false))
                .isEqualTo(Map.of("line", "李\\*女士\\*"));
        assertThat(tasks.getVariable(task.getId(), "line")).isEqualTo("李\\*女士\\*");
        assertThat(tasks.getVariables(task.getId())).containsEntry("line", "李\\*女士\\*");
        assertThat(tasks.<org.camunda.bpm.engine.variable.value.StringValue>getVariableTyped(task.getId(), "name")
                        .getValue())
                .isEqualTo("王先生");
        assertThat(tasks.getVariablesLocal(task.getId())).isEmpty();
    }

    @Test
    void valuesThatAreNotSentStayAsTheFormShowedThemForTheListeners() {
        Task task = open(INPUTS, "");
        forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("remarks", "尽快")));
        assertThat(ChangingValues.SEEN).isEqualTo(Map.of("name", "王先生", "remarks", "尽快"));

        task = start();
        tasks.complete(task.getId(), Map.of("name", "李女士"));
        assertThat(ChangingValues.SEEN).isEqualTo(Map.of("name", "李女士", "remarks", "null"));
    }

    @Test
    void aChoiceThatVanishedMeanwhileIsRefusedWithASentence() {
        Task task = open(INPUTS, "");
        ChangingValues.VALUES.put("option", "乙");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("choice", "甲"))))
                .withMessageContaining("“选择”只能从列表中选择；列表可能刚有变化");
        forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("choice", "乙")));
    }

    @Test
    void aValueThatCannotBeLookedUpIsSaidAndTheOthersAreShown() {
        Task task = open(INPUTS, "");
        ChangingValues.VALUES.put("fail", "");

        assertShownWithoutLine(task);
        // Also in a transaction that has begun before, which goes on.
        transaction.executeWithoutResult(status -> {
            assertShownWithoutLine(task);
            runtime.setVariable(task.getExecutionId(), "later", "x");
        });
        assertThat(runtime.getVariable(task.getExecutionId(), "later")).isEqualTo("x");

        forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("remarks", "尽快")));
        assertThat(ChangingValues.SEEN).containsEntry("name", "王先生");
    }

    private void assertShownWithoutLine(Task task) {
        Map<String, Object> shown = forms.getTaskFormVariables(task.getId());
        assertThat((String) shown.get("line")).startsWith("（这一项暂时无法显示");
        assertThat(shown).containsEntry("name", "王先生");
    }

    @Test
    void aFieldAndChoicesThatCannotBeLookedUpCostNoOtherField() {
        Task task = open(
                INPUTS.replace("changing.of('name')", "changing.failing('name')")
                        .replace("changing.options('option')", "changing.failing('option')"),
                "");
        ChangingValues.VALUES.put("fail", "");

        assertThat(forms.getTaskFormVariables(task.getId())).doesNotContainKey("name");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("choice", "甲"))))
                .withMessageContaining("“选择”的选项暂时无法取得");
        forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("name", "李女士")));
        assertThat(ChangingValues.SEEN).containsEntry("name", "李女士");
    }

    @Test
    void anInputThatSomethingElseOfTheTaskReadsIsStored() {
        Task task = open(INPUTS + """
            <camunda:inputParameter name="until">${changing.of('until')}</camunda:inputParameter>
            <camunda:inputParameter name="passedOn">${changing.of('name')}</camunda:inputParameter>
            <camunda:inputParameter name="watched">${changing.of('name')}</camunda:inputParameter>
            <camunda:outputParameter name="result">${passedOn}</camunda:outputParameter>
            """, """
            <bpmn:boundaryEvent id="B" attachedToRef="A"><bpmn:timerEventDefinition id="BT">
              <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${until}</bpmn:timeDate>
            </bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="C" attachedToRef="A"><bpmn:conditionalEventDefinition id="CC" camunda:variableName="other">
              <bpmn:condition xsi:type="bpmn:tFormalExpression">${watched == 'x'}</bpmn:condition>
            </bpmn:conditionalEventDefinition></bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="F3" sourceRef="B" targetRef="E" />
            <bpmn:sequenceFlow id="F4" sourceRef="C" targetRef="E" />
            """);
        assertThat(rows(task)).containsExactlyInAnyOrder("until", "passedOn", "watched");
    }

    @Test
    void valuesThatAnEarlierVersionStoredAreShownAsTheyAre() {
        Task task = open(INPUTS, "");
        runtime.setVariableLocal(task.getExecutionId(), "line", "旧\\*");
        assertThat(forms.getTaskFormVariables(task.getId())).containsEntry("line", "旧\\*");
        forms.submitTaskForm(task.getId(), new HashMap<>(Map.of("remarks", "x")));
    }

    @Test
    void aModelThatReadsElsewhereWhatOnlyAFormShowsIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> deploy(INPUTS, """
                    <bpmn:sequenceFlow id="F9" sourceRef="A" targetRef="E">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${name == 'x'}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>\
                    """))
                .withMessageContaining("F9：这里读不到 name：它只在 A 的表单上显示");
        // What the task hands on, or what a field without an input becomes, is a variable of the process.
        deploy(INPUTS + "<camunda:outputParameter name=\"name\">${name}</camunda:outputParameter>", """
            <bpmn:sequenceFlow id="F9" sourceRef="A" targetRef="E">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${name == 'x' || remarks == 'x'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>\
            """);
    }

    @Test
    void aViewGivesAFormAllThatItShows() {
        Task task = open(VIEW, "");
        assertThat(rows(task)).isEmpty();
        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("line", "王先生")
                .containsEntry("name", "王先生")
                .containsKey("options")
                .doesNotContainKeys("all", "part", "remarks");

        // What is entered stays with the task, as a field with an input of its own does.
        assertThat(forms.submitTaskFormWithVariablesInReturn(
                        task.getId(), new HashMap<>(Map.of("remarks", "尽快", "choice", "甲")), true))
                .containsKey("choice")
                .doesNotContainKeys("remarks", "name");
        assertThat(ChangingValues.SEEN).isEqualTo(Map.of("name", "王先生", "remarks", "尽快"));
    }

    @Test
    void aPartOfAViewThatFailsCostsNoOtherPart() {
        Task task = open(VIEW, "");
        ChangingValues.VALUES.put("fail", "");
        assertShownWithoutLine(task);
    }

    @Test
    void anInputOfItsOwnWinsOverAView() {
        ChangingValues.VALUES.put("other", "李女士");
        Task task = open(
                "<camunda:inputParameter name=\"name\">${changing.of('other')}</camunda:inputParameter>" + VIEW + """
                    <camunda:inputParameter name="line">${views.value(changing.view('other'), 'name')}</camunda:inputParameter>
                    """,
                "");
        assertThat(forms.getTaskFormVariables(task.getId()))
                .containsEntry("name", "李女士")
                .containsEntry("line", "李女士");
    }

    @Test
    void aValueThatTheViewDoesNotHaveIsMissing() {
        Task task = open(
                "<camunda:inputParameter name=\"line\">${views.value(changing.view('name'),"
                        + " 'nothing')}</camunda:inputParameter>",
                "");
        assertThat((String) forms.getTaskFormVariables(task.getId()).get("line"))
                .startsWith("（这一项暂时无法显示");
    }

    @Test
    void aTaskForSeveralHasItsViewStored() {
        String several = "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality>"
                + "</bpmn:multiInstanceLoopCharacteristics>";
        deploy(VIEW, "", several);
        Task task = start();
        assertThat(rows(task)).contains("line", "name", "options").doesNotContain("all", "remarks");
    }

    @Test
    void aViewIsNothingButAnInputAndItsPartsAreNoVariables() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> deploy(VIEW, """
                    <bpmn:boundaryEvent id="B" attachedToRef="A"><bpmn:timerEventDefinition id="BT">
                      <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${name}</bpmn:timeDate>
                    </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                    <bpmn:sequenceFlow id="F3" sourceRef="B" targetRef="E">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${changing.view('name')}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>\
                    """))
                .withMessageContaining("B：这里读不到 name：它只在 A 的表单上显示")
                .withMessageContaining("F3：${changing.view('name')} 给出的是一张表单要显示的全部内容");
    }

    private Task open(String inputs, String more) {
        deploy(inputs, more);
        return start();
    }

    private void deploy(String inputs, String more) {
        deploy(inputs, more, "");
    }

    private void deploy(String inputs, String more, String inside) {
        String task = """
            <bpmn:userTask id="A" name="看" camunda:assignee="x" camunda:formRef="%1$s" camunda:formRefBinding="deployment">
              <bpmn:extensionElements><camunda:inputOutput>%2$s</camunda:inputOutput>
                <camunda:taskListener event="complete" delegateExpression="${rememberSeen}" /></bpmn:extensionElements>%4$s
            </bpmn:userTask>%3$s\
            """.formatted(key, inputs, more, inside);
        deployment = repository
                .createDeployment()
                .addString(key + ".bpmn", TestModel.process(key, task))
                .addString(key + ".form", FORM.formatted(key))
                .deploy()
                .getId();
    }

    private Task start() {
        ChangingValues.VALUES.put("until", "2030-01-01T00:00:00");
        return tasks.createTaskQuery()
                .processInstanceId(runtime.startProcessInstanceByKey(key).getId())
                .singleResult();
    }

    private List<String> rows(Task task) {
        return runtime.createVariableInstanceQuery().processInstanceIdIn(task.getProcessInstanceId()).list().stream()
                .map(VariableInstance::getName)
                .toList();
    }
}
