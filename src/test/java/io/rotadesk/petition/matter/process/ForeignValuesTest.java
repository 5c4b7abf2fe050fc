package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Our beans answer a model only for the unit in which it runs, wherever the id comes from. */
class ForeignValuesTest extends PetitionScenario {

    private static final String NAME = "上官无忌";

    @Autowired
    RepositoryService repository;

    String ticket;
    String deployment;
    String key;
    String foreign;
    String shownAs = "{\"type\": \"text\", \"id\": \"Text_shown\", \"text\": \"## {{shown}}\"}";

    @BeforeEach
    void aPetitionerElsewhere() {
        foreign = founder.found(null, 1).id();
        ticket = comes(centre, petitioner(NAME)).value();
        key = "foreign-" + UUID.randomUUID();
    }

    @AfterEach
    void remove() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aLiteralIdOfAnotherUnitShowsNothing() {
        deploy(userTask("<camunda:inputParameter name=\"shown\">${petitions.petitionerLine('" + ticket
                + "')}</camunda:inputParameter>"));
        assertNotShown(Map.of());
        assertShown(Map.of());
    }

    @Test
    void aVariableOfAnyNameShowsNothing() {
        deploy(userTask(
                "<camunda:inputParameter name=\"shown\">${petitions.petitionerName(source)}</camunda:inputParameter>"));
        assertNotShown(Map.of("source", ticket));
        assertShown(Map.of("source", ticket));
    }

    @Test
    void aMatterOfAnotherUnitShowsNothing() {
        Map<String, Object> variables =
                Map.of("source", matter(new TicketId(ticket)).id().value());
        deploy(userTask(
                "<camunda:inputParameter name=\"shown\">${matters.matterLine(source)}</camunda:inputParameter>"));
        assertNotShown(variables);
        assertShown(variables);
    }

    /** What a field shows is sent again with the form. */
    @Test
    void aFieldStaysEmpty() {
        shownAs = "{\"type\": \"textfield\", \"id\": \"Field_shown\", \"key\": \"shown\", \"label\": \"x\"}";
        deploy(userTask("<camunda:inputParameter name=\"shown\">${petitions.petitionerName('" + ticket
                + "')}</camunda:inputParameter>"));
        Task task = tasks.createTaskQuery()
                .processInstanceId(start(foreign, Map.of()).getId())
                .singleResult();
        assertThat(engine.getFormService().getTaskFormVariables(task.getId()).get("shown"))
                .isNull();
        assertThat(tasks.getVariable(task.getId(), "shown")).isNull();
        Task own = tasks.createTaskQuery()
                .processInstanceId(start(centre.id(), Map.of()).getId())
                .singleResult();
        assertThat(engine.getFormService().getTaskFormVariables(own.getId()).get("shown"))
                .isEqualTo(NAME);
    }

    @Test
    void noKindOfValueIsShown() {
        for (String expression : List.of(
                "${petitions.ticketLine('%s')}",
                "${petitions.petitionerPhone('%s')}",
                "${petitions.earlierLines('%s')}",
                "${petitions.matterSummary('%s')}",
                "#{petitions.petitionerLine('%s')}",
                "Herr ${petitions.petitionerName('%s')} kommt",
                "${petitions.anonymous('%s') ? 'x' : petitions.petitionerName('%s')}")) {
            deploy(userTask("<camunda:inputParameter name=\"shown\">" + expression.replace("%s", ticket)
                    + "</camunda:inputParameter>"));
            assertNotShown(Map.of());
            remove();
        }
    }

    @Test
    void severalInstancesAndCalledProcessesAreNoWayRound() {
        String loop = "<bpmn:multiInstanceLoopCharacteristics isSequential=\"false\"><bpmn:loopCardinality>2"
                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
        deploy(userTask("<camunda:inputParameter name=\"shown\">${petitions.petitionerLine('" + ticket
                        + "')}</camunda:inputParameter>")
                .replace("</bpmn:userTask>", loop + "</bpmn:userTask>"));
        assertRefused(Map.of());
    }

    @Test
    void aStepOfOursDoesNotTouchWhatIsAnothers() {
        String before = ticket(new TicketId(ticket)).state().name();
        deploy("<bpmn:serviceTask id=\"Task_A\" camunda:delegateExpression=\"${closePetitionNoShow}\">"
                + inputs("<camunda:inputParameter name=\"ticketId\">" + ticket + "</camunda:inputParameter>")
                + "</bpmn:serviceTask>");
        assertRefused(Map.of());
        assertRefused(Map.of("ticketId", ticket));
        assertThat(ticket(new TicketId(ticket)).state().name()).isEqualTo(before);
    }

    @Test
    void aTimerStartsInNoUnitAndIsToldNothing() {
        deploy(
                "<bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1S"
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition>",
                userTask("<camunda:inputParameter name=\"shown\">${petitions.petitionerLine('" + ticket
                        + "')}</camunda:inputParameter>"));
        Job timer = management.createJobQuery().processDefinitionKey(key).singleResult();
        management.executeJob(timer.getId());
        assertNotShown(
                runtime.createProcessInstanceQuery().processDefinitionKey(key).singleResult());
    }

    private void assertRefused(Map<String, Object> variables) {
        assertThatThrownBy(() -> start(foreign, variables)).hasStackTraceContaining("流程只能查询本单位的内容");
        assertThat(tasks.createTaskQuery().processDefinitionKey(key).count()).isZero();
    }

    /** The form opens, and says in the value's place that it is another unit's; nothing of it is stored or sent. */
    private void assertNotShown(Map<String, Object> variables) {
        assertNotShown(start(foreign, variables));
    }

    private void assertNotShown(ProcessInstance instance) {
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(engine.getFormService().getTaskFormVariables(task.getId()).toString())
                .contains("流程只能查询本单位的内容")
                .doesNotContain(NAME, "13900007003");
        assertThat(String.valueOf(tasks.getVariable(task.getId(), "shown"))).contains("流程只能查询本单位的内容");
        tasks.complete(task.getId(), Map.of());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    /** The unit's own is shown as before. */
    private void assertShown(Map<String, Object> variables) {
        ProcessInstance own = start(centre.id(), variables);
        Task task = tasks.createTaskQuery().processInstanceId(own.getId()).singleResult();
        assertThat(String.valueOf(tasks.getVariable(task.getId(), "shown"))).contains(NAME);
    }

    private ProcessInstance start(String unit, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("unitId", unit);
        return runtime.startProcessInstanceByKey(key, variables);
    }

    private String userTask(String inputs) {
        return "<bpmn:userTask id=\"Task_A\" name=\"A\" camunda:assignee=\"x\" camunda:formRef=\"" + key
                + "\" camunda:formRefBinding=\"deployment\">" + inputs(inputs) + "</bpmn:userTask>";
    }

    private static String inputs(String inputs) {
        return "<bpmn:extensionElements><camunda:inputOutput>" + inputs
                + "</camunda:inputOutput></bpmn:extensionElements>";
    }

    private void deploy(String step) {
        deploy("", step);
    }

    private void deploy(String start, String step) {
        String model = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="x">
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="s">%s</bpmn:startEvent>
                <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="Task_A"/>
                %s
                <bpmn:sequenceFlow id="f2" sourceRef="Task_A" targetRef="e"/>
                <bpmn:endEvent id="e"/>
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(key, start, step);
        String form = """
            {"type": "default", "id": "%s", "schemaVersion": 16, "components": [
              %s,
              {"type": "textfield", "id": "Field_source", "key": "source", "label": "y"}]}\
            """.formatted(key, shownAs);
        deployment = repository
                .createDeployment()
                .addString(key + ".bpmn", model)
                .addString(key + ".form", form)
                .deploy()
                .getId();
    }
}
