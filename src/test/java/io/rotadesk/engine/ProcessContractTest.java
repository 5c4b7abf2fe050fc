package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.models.CallHandling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A model that lacks something the application needs is refused, and the answer says what is missing; every name that
 * Java uses is declared.
 */
@RotaDeskTest
class ProcessContractTest {

    private static final Pattern CONSTANT = Pattern.compile(
            "\\b([A-Z]\\w+)\\.(Message|Task|CallActivity|Event|StartEvent|EndEvent|SubProcess)\\.([A-Z][A-Z0-9_]+)\\b");

    private static final Pattern SENT = Pattern.compile(
            "(?:createMessageCorrelation|message|messageEventReceived|eventName|tell|tellIfThere)\\(\\s*\"(\\w+)\"|ALERT_TAKEN_OVER = \"(\\w+)\"|\\? \"(MonthEnded)\" : \"(MatterReclassified)\"");
    private static final Pattern ELEMENT = Pattern.compile("\"((?:Task|CallActivity|Event)_\\w+)\"");

    @Autowired
    RepositoryService repository;

    @Autowired
    ObjectProvider<ProcessVariables> declared;

    @AfterEach
    void removeWhatWasDeployed() {
        repository.createDeploymentQuery().deploymentName("contract").list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call-handling|name=\"CallReceived\"|name=\"CallReceived2\"|消息 CallReceived 启动本流程，流程里只有“CallReceived2”，是不是要写 CallReceived",
                "call-handling|name=\"CallReceived\"|name=\"CallReceived \"|是不是要写 CallReceived",
                "call-handling|name=\"CallReceived\"|name=\" CallReceived\"|是不是要写 CallReceived",
                "call-handling|name=\"CallReceived\"|name=\"callreceived\"|是不是要写 CallReceived",
                "call-handling|name=\"CallerHungUp\"|name=\"CallerHangsUp\"|发送消息 CallerHungUp，流程里没有接收它的地方",
                "call-handling|name=\"CallAnswered\"|name=\"Call-Answered\"|是不是要写 CallAnswered",
                "call-handling|name=\"CallNotAnswered\"|name=\"${callId}\"|发送消息 CallNotAnswered",
                "call-handling|Task_AssignCall|Task_GiveCall|编号为 Task_AssignCall 的元素",
                "call-handling|Task_AssignCall|Task_assignCall|是不是要写 Task_AssignCall",
                "call-handling|isExecutable=\"true\"|isExecutable=\"false\"|必须设为可执行",
                "call-handling|isExecutable=\"true\"||必须设为可执行",
                "call-handling|<bpmn:process id=\"call-handling\"|<bpmn:process id=\"Call-Handling\"|是不是要写 call-handling",
                "visit-reception|name=\"VisitorArrived\"|name=\"VisitorCame\"|发送消息 VisitorArrived",
                "daily-duty|Event_NextMorning|Event_TheNextMorning|编号为 Event_NextMorning 的元素",
                "petition-reception|\"CallActivity_HandleMatter\"|\"CallActivity_TheMatter\"|编号为 CallActivity_HandleMatter 的元素",
                "matter-handling|\"CallActivity_TransferMatter\"|\"Activity_TransferMatter\"|Activity_TransferMatter 调用别的流程，编号须以 CallActivity 开头",
                "matter-handling|name=\"CoordinationEnded\"|name=\"CoordinationOver\"|发送消息 CoordinationEnded",
                "scene-response|name=\"AlertTakenOver\"|name=\"AlertTaken\"|发送消息 AlertTakenOver",
                "petition-summary|name=\"MonthEnded\"|name=\"MonthOver\"|消息 MonthEnded 启动本流程",
                "customer-follow-up|name=\"CustomerContacted\"|name=\"CustomerContact\"|发送消息 CustomerContacted",
                "manager-escalation|name=\"QuestionRaised\"|name=\"QuestionAsked\"|消息 QuestionRaised 启动本流程",
                "ownership-dispute|name=\"DisputeOvertaken\"|name=\"DisputeOver\"|发送消息 DisputeOvertaken",
                "service-check|name=\"ServiceCheckSampled\"|name=\"CheckSampled\"|消息 ServiceCheckSampled 启动本流程",
            })
    void aMissingPartOfTheContractIsReported(String file, String text, String edited, String said) {
        String model = shipped(file + ".bpmn");
        assertThat(model).contains(text);

        assertThat(refused(withForms(file + ".bpmn", model.replace(text, edited == null ? "" : edited))))
                .contains(said);
    }

    @Test
    void anEmptiedProcess() {
        String empty = TestModel.process(CallHandling.PROCESS, "<bpmn:task id='A' />");

        assertThat(refused(contract().addString("call-handling.bpmn", empty)))
                .contains("消息 CallReceived 启动本流程", "消息 CallAnswered", "消息 CallerHungUp", CallHandling.Task.ASSIGN_CALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer-status|name=\"status\"|name=\"Status\"|是不是要写 status",
                "customer-status|name=\"status\"|name=\"state\"|系统要用到输出 status",
                "customer-status|hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\"|不能用命中策略 COLLECT",
                "customer-status|<text>daysSinceContact</text>|<text>dayssincecontact</text>|是不是要写 daysSinceContact",
                "question-sensitivity|name=\"say\"|name=\"says\"|系统要用到输出 say",
                "question-sensitivity|<text>topic</text>|<text>theTopic</text>|输入“theTopic”系统没有提供",
                "petition-triage|name=\"route\"|name=\"way\"|系统要用到输出 route",
                "tour-emphasis|<decision id=\"tour-emphasis\"|<decision id=\"TourEmphasis\"|是不是要写 tour-emphasis",
            })
    void aDecisionThatGivesSomethingElse(String file, String text, String edited, String said) {
        String model = shipped(file + ".dmn");
        assertThat(model).contains(text);

        assertThat(refused(contract().addString(file + ".dmn", model.replace(text, edited))))
                .contains(said);
    }

    @Test
    void anotherProcessCannotBeStartedByTheSameMessage() {
        String model = TestModel.process("other-calls", """
                <bpmn:task id="A" /><bpmn:startEvent id="S2"><bpmn:messageEventDefinition id="M" messageRef="Received" /></bpmn:startEvent>
                <bpmn:sequenceFlow id="F3" sourceRef="S2" targetRef="A" />""")
                .replace(
                        "</bpmn:definitions>",
                        "<bpmn:message id=\"Received\" name=\"CallReceived\" /></bpmn:definitions>");

        assertThat(refused(contract().addString("other-calls.bpmn", model)))
                .containsAnyOf("消息 CallReceived 用来启动 call-handling", "流程引擎不能接受");
    }

    @Test
    void aDecisionAloneCanBeDeployed() {
        String model = shipped("customer-status.dmn").replace("客户归属", "客户归属二");

        assertThatNoException()
                .isThrownBy(
                        () -> contract().addString("customer-status.dmn", model).deploy());
    }

    @Test
    void everyNameThatJavaUsesIsDeclared() throws IOException {
        String java;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            java = files.filter(file -> file.toString().contains("/process/"))
                    .filter(file -> !file.toString().endsWith("Variables.java"))
                    .map(ProcessContractTest::read)
                    .map(text -> CONSTANT.matcher(text).replaceAll(ProcessContractTest::asLiteral))
                    .collect(Collectors.joining("\n"));
        }
        assertThat(names(SENT, java))
                .hasSizeGreaterThan(20)
                .isSubsetOf(declared.stream()
                        .flatMap(process -> process.contract().allMessages().stream())
                        .toList());
        assertThat(names(ELEMENT, java))
                .hasSizeGreaterThan(3)
                .isSubsetOf(declared.stream()
                        .flatMap(process -> process.contract().allElements().stream())
                        .toList());
    }

    /** What the build has written down of a model, such as {@code CallHandling.Task.ASSIGN_CALL}. */
    private static String asLiteral(MatchResult constant) {
        String group = "io.rotadesk.engine.models." + constant.group(1) + "$" + constant.group(2);
        try {
            return '"'
                    + (String) Class.forName(group).getField(constant.group(3)).get(null)
                    + '"';
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant.group(), e);
        }
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(result -> Stream.iterate(1, i -> i <= result.groupCount(), i -> i + 1)
                        .map(result::group))
                .filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private DeploymentBuilder contract() {
        return repository.createDeployment().name("contract");
    }

    private DeploymentBuilder withForms(String file, String model) {
        DeploymentBuilder deployment = contract().addString(file, model);
        shipped().forEach((name, bytes) -> {
            if (!name.equals(file) && !name.endsWith(".bpmn")) {
                deployment.addString(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return deployment;
    }

    private static String shipped(String file) {
        return new String(shipped().get(file), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> shipped() {
        try {
            return new TreeMap<>(new ModelFolders(List.of()).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String refused(DeploymentBuilder deployment) {
        Throwable refusal = catchThrowable(deployment::deploy);
        assertThat(refusal).isInstanceOf(RefusedException.class);
        return refusal.getMessage();
    }
}
