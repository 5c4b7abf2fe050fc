package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How models are named and put together. How they are drawn is in {@link ModelDrawingTest}; what they may execute is checked when
 * they are deployed.
 */
class ModelConventionsTest {

    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String CLAUSE = "(?s).*\\b[LP]\\d(\\.\\d[a-f]?)?\\b.*";

    static Stream<Path> models() throws IOException {
        return files("processes", ".bpmn");
    }

    static Stream<Path> modelsWithoutDrawnReminders() throws IOException {
        return models().filter(file -> !file.endsWith("petition-reception.bpmn"));
    }

    static Stream<Path> decisions() throws IOException {
        return files("processes", ".dmn");
    }

    static Stream<Path> forms() throws IOException {
        return files("forms", ".form");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessIsNamedAsItsFile(Path file) {
        assertThat(all(file, Process.class)).extracting(Process::getId).containsExactly(nameOf(file));
        assertThat(nameOf(file)).matches(KEBAB_CASE);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsNamedAsItsFile(Path file) {
        var decisions = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);

        assertThat(decisions).extracting(Decision::getId).containsExactly(nameOf(file));
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(decision.getName()).isNotBlank());
        assertThat(nameOf(file)).matches(KEBAB_CASE);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAsItsFile(Path file) throws IOException {
        assertThat(new ObjectMapper().readTree(file.toFile()).path("id").asText())
                .isEqualTo(nameOf(file))
                .matches(KEBAB_CASE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void anIdBeginsWithTheKindOfTheElement(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            for (FlowElement element : all(file, FlowElement.class)) {
                softly.assertThat(element.getId()).matches(kind(element) + "_[A-Z][A-Za-z0-9]*");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatPeopleReadHasALabel(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            all(file, Activity.class).forEach(task -> labelled(softly, task));
            all(file, Event.class).forEach(event -> labelled(softly, event));
            for (Gateway gateway : all(file, Gateway.class)) {
                if (gateway instanceof EventBasedGateway) {
                    // It asks no question: the events behind it say what may happen.
                    labelled(softly, gateway);
                } else if (gateway.getOutgoing().size() > 1 && !(gateway instanceof ParallelGateway)) {
                    softly.assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
                    gateway.getOutgoing().forEach(flow -> labelled(softly, flow));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void tasksAndGatewaysSayWhichClauseTheyServe(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            List<FlowNode> nodes = new ArrayList<>(all(file, Activity.class));
            nodes.addAll(all(file, Gateway.class));
            for (FlowNode node : nodes) {
                softly.assertThat(node.getDocumentations())
                        .as(node.getId())
                        .extracting(Documentation::getTextContent)
                        .anyMatch(text -> text.matches(CLAUSE));
            }
        });
    }

    /** A drawn branch would hide the procedure (decision 0037). A listener's id is the name of its bean. */
    @ParameterizedTest
    @MethodSource("modelsWithoutDrawnReminders")
    void remindersAreListenersOfTheirTasks(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(all(file, ServiceTask.class))
                    .extracting(ServiceTask::getCamundaDelegateExpression)
                    .as("steps that only remind")
                    .doesNotContain("${remind}", "${tellDeputy}", "${tellManager}");
            for (UserTask task : all(file, UserTask.class)) {
                timeoutListeners(task)
                        .forEach(listener -> softly.assertThat(listener.getCamundaDelegateExpression())
                                .as("a listener of %s", task.getId())
                                .isEqualTo("${" + listener.getAttributeValue("id") + "}"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void splitAndJoinAreApartAndEveryWayLeadsOn(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            for (Gateway gateway : all(file, Gateway.class)) {
                softly.assertThat(gateway.getIncoming().size() > 1
                                && gateway.getOutgoing().size() > 1)
                        .as("%s splits and joins", gateway.getId())
                        .isFalse();
            }
            for (FlowNode node : all(file, FlowNode.class)) {
                if (!(node instanceof Gateway)) {
                    softly.assertThat(node.getIncoming().size())
                            .as("flows into %s, join them before", node.getId())
                            .isLessThanOrEqualTo(1);
                }
                if (!(node instanceof EndEvent) && !(node instanceof SubProcess) && !isThrownLink(node)) {
                    softly.assertThat(node.getOutgoing())
                            .as("flows out of %s", node.getId())
                            .isNotEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void effectsAreDelegatesAndUserTasksAreNotSavePoints(Path file) {
        SoftAssertions.assertSoftly(softly -> {
            for (ServiceTask task : all(file, ServiceTask.class)) {
                softly.assertThat(task.getCamundaDelegateExpression())
                        .as(task.getId())
                        .matches("\\$\\{\\w+}");
            }
            for (UserTask task : all(file, UserTask.class)) {
                softly.assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isFalse();
            }
        });
    }

    @Test
    void thereAreModelsToLookAt() throws IOException {
        assertThat(models()).isNotEmpty();
        assertThat(decisions()).isNotEmpty();
        assertThat(forms()).isNotEmpty();
    }

    private static String kind(BaseElement element) {
        if (element instanceof StartEvent) {
            return "StartEvent";
        } else if (element instanceof EndEvent) {
            return "EndEvent";
        } else if (element instanceof Event) {
            return "Event";
        } else if (element instanceof Gateway) {
            return "Gateway";
        } else if (element instanceof SequenceFlow) {
            return "Flow";
        } else if (element instanceof SubProcess) {
            return "SubProcess";
        } else if (element instanceof CallActivity) {
            return "CallActivity";
        }
        return "Task";
    }

    /** It goes on at the link of the same name. */
    private static boolean isThrownLink(FlowNode node) {
        return node instanceof ThrowEvent event
                && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }

    private static void labelled(SoftAssertions softly, FlowElement element) {
        softly.assertThat(element.getName()).as("label of %s", element.getId()).isNotBlank();
    }

    private static Stream<CamundaTaskListener> timeoutListeners(UserTask task) {
        return Stream.ofNullable(task.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaTaskListener.class).stream())
                .filter(listener -> TaskListener.EVENTNAME_TIMEOUT.equals(listener.getCamundaEvent()));
    }

    private static <T extends BaseElement> Collection<T> all(Path file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return model.getModelElementsByType(type);
    }

    private static Stream<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }
}
