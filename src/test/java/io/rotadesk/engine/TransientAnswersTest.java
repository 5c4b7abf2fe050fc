package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.engine.models.VisitReception;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which answers of forms a model reads before it next waits, so that they need not be stored. */
@RotaDeskTest
class TransientAnswersTest {

    private static final ProcessVariable<String> ANSWER =
            ProcessVariable.text("answer").transientAnswer();

    /** The first task, with a form that gives the process an answer. */
    private static final String ASK = task("Ask", answers());

    private static final String START = """
            <bpmn:startEvent id="S" /><bpmn:sequenceFlow id="F_S" sourceRef="S" targetRef="Ask" />
            """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    TransientAnswers answers;

    final List<String> deployments = new ArrayList<>();

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void answersThatTheShippedModelsReadAtOnceAreNotStored() {
        assertThat(of(CallHandling.PROCESS))
                .containsExactlyInAnyOrder(
                        "enquiry", "contactedBefore", "namedAgent", "taking", "decision", "assignedAgent", "outcome");
        assertThat(of(VisitReception.PROCESS)).contains("taking", "decision", "assignedAgent");
        assertThat(of(PetitionReception.PROCESS)).contains("sameMatter", "settleNow", "ownUnit", "grade");
        assertThat(of(MatterHandling.PROCESS)).contains("progress");
    }

    private Set<String> of(String key) {
        return inCommand(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId(),
                answers::of);
    }

    @Test
    void answerForTheGatewayBehindTheFormPasses() {
        assertThat(passes(flow("Ask", "G") + gateway("G", "E1", "E2"))).isTrue();
    }

    @Test
    void answerThatIsReadAfterAnotherFormIsStored() {
        assertThat(passes(flow("Ask", "T") + task("T", "") + flow("T", "G") + gateway("G", "E1", "E2")))
                .isFalse();
    }

    @Test
    void answerThatTheNextFormNeedsIsStored() {
        assertThat(passes(flow("Ask", "T") + task("T", input("other", "${answer}")) + flow("T", "E1")
                        + "<bpmn:endEvent id=\"E1\" />"))
                .isFalse();
    }

    @Test
    void answerThatIsReadInAnotherTransactionIsStored() {
        assertThat(passes(flow("Ask", "G")
                        + gateway("G", "E1", "E2")
                                .replace(
                                        "<bpmn:exclusiveGateway",
                                        "<bpmn:exclusiveGateway camunda:asyncBefore=\"true\"")))
                .isFalse();
        assertThat(passes(
                        flow("Ask", "G") + gateway("G", "E1", "E2"),
                        ASK.replace("<bpmn:userTask", "<bpmn:userTask camunda:asyncAfter=\"true\"")))
                .isFalse();
    }

    @Test
    void answerThatATimerReadsIsStored() {
        String timer = """
                <bpmn:boundaryEvent id="B" attachedToRef="T">
                  <bpmn:timerEventDefinition id="TD">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                """;
        assertThat(passes(flow("Ask", "T") + task("T", "") + flow("T", "E") + "<bpmn:endEvent id=\"E\" />" + timer
                        + flow("B", "G") + gateway("G", "E1", "E2")))
                .isFalse();
    }

    @Test
    void answerThatIsReadBehindAJoinIsStored() {
        assertThat(passes(flow("Ask", "P") + "<bpmn:parallelGateway id=\"P\" />" + flow("P", "T") + task("T", "")
                        + flow("P", "J") + flow("T", "J") + "<bpmn:parallelGateway id=\"J\" />" + flow("J", "G")
                        + gateway("G", "E1", "E2")))
                .isFalse();
    }

    @Test
    void answerThatAnotherBranchReadsIsStored() {
        assertThat(passes(
                        """
                        <bpmn:parallelGateway id="P" />
                        """ + flow("P", "Ask") + flow("Ask", "E") + "<bpmn:endEvent id=\"E\" />" + flow("P", "T")
                                + task("T", "") + flow("T", "G") + gateway("G", "E1", "E2"),
                        ASK,
                        START.replace("Ask", "P")))
                .isFalse();
    }

    @Test
    void answerThatIsGivenAnewBeforeItIsReadAgainPasses() {
        assertThat(passes(flow("Ask", "G")
                        + gateway("G", "T", "E2").replace("<bpmn:endEvent id=\"T\" />", "")
                        + task("T", "")
                        + flow("T", "Ask")))
                .isTrue();
    }

    @Test
    void answerThatIsReadAtTheEndOfASubprocessPasses() {
        String inner = "<bpmn:subProcess id=\"Sub\"><bpmn:startEvent id=\"S2\" />" + flow("S2", "Ask") + ASK
                + flow("Ask", "E") + "<bpmn:endEvent id=\"E\" /></bpmn:subProcess>";
        assertThat(passes(flow("Sub", "G") + gateway("G", "E1", "E2"), inner, START.replace("Ask", "Sub")))
                .isTrue();
    }

    private boolean passes(String rest) {
        return passes(rest, ASK);
    }

    private boolean passes(String rest, String task) {
        return passes(rest, task, START);
    }

    private boolean passes(String rest, String task, String start) {
        String key = TestModel.unique("answers");
        String process =
                "<bpmn:process id=\"%s\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">%s</bpmn:process>"
                        .formatted(key, start + task + rest)
                        .replace("KEY", key);
        var deployed = repository
                .createDeployment()
                .addString(key + ".bpmn", TestModel.file("", process))
                .addString(key + ".form", """
                        {"type": "default", "id": "%s", "schemaVersion": 16, "components": []}""".formatted(key))
                .deployWithResult();
        deployments.add(deployed.getId());
        return inCommand(
                deployed.getDeployedProcessDefinitions().get(0).getId(),
                definition -> TransientAnswers.isReadAtOnce(
                        definition,
                        new AnswerReaders(ANSWER, new DeployedTexts(definition, Context.getCommandContext())),
                        ANSWER.name()));
    }

    private <T> T inCommand(String definition, Function<ProcessDefinitionEntity, T> question) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> question.apply(
                        configuration.getDeploymentCache().findDeployedProcessDefinitionById(definition)));
    }

    private static String task(String id, String parameters) {
        return """
                <bpmn:userTask id="%s" camunda:assignee="somebody" camunda:formRef="KEY" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:inputOutput>%s
                    <camunda:inputParameter name="shown">text</camunda:inputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:userTask>
                """.formatted(id, parameters);
    }

    private static String answers() {
        return input("answer", "no") + "<camunda:outputParameter name=\"answer\">${answer}</camunda:outputParameter>";
    }

    private static String input(String name, String value) {
        return "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value);
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"F_%s_%s\" sourceRef=\"%s\" targetRef=\"%s\" />".formatted(from, to, from, to);
    }

    /** Goes one way if the answer is yes. */
    private static String gateway(String id, String yes, String otherwise) {
        return """
                <bpmn:exclusiveGateway id="%1$s" default="F_%1$s_%3$s" />
                <bpmn:sequenceFlow id="F_%1$s_%2$s" sourceRef="%1$s" targetRef="%2$s">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${answer == 'yes'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="F_%1$s_%3$s" sourceRef="%1$s" targetRef="%3$s" />
                <bpmn:endEvent id="%2$s" /><bpmn:endEvent id="%3$s" />
                """.formatted(id, yes, otherwise);
    }
}
