package io.rotadesk.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fails a whole test run that left some task, event or gateway of some model unpassed, or some reminder of a task unsent: a
 * task listener of the event {@code timeout}, which is no node.
 */
@Order(TestRun.LAST)
class FlowNodeCoverageTest {

    private static final Logger log = LoggerFactory.getLogger(FlowNodeCoverageTest.class);

    @Test
    void everyFlowNodeOfEveryModelIsPassedBySomeTest() throws IOException {
        requireWholeRun("Flow nodes");

        assertThat(left(FlowNodeCoverageTest::nodes, FlowNodeRecorder::passed))
                .as("flow nodes that no test passes")
                .isEmpty();
    }

    @Test
    void everyTimeoutListenerOfEveryModelIsCalledInSomeTest() throws IOException {
        requireWholeRun("Timeout listeners");

        assertThat(left(FlowNodeCoverageTest::timeoutListeners, FiredListeners::fired))
                .as("task listeners whose timer no test fires")
                .isEmpty();
    }

    private static void requireWholeRun(String counted) {
        Set<String> missing = TestRun.missingClasses();
        if (!missing.isEmpty()) {
            String reason = counted + " are not counted: " + missing.size() + " test classes were not in this run, "
                    + missing.iterator().next() + " for one";
            log.warn(reason);
            abort(reason);
        }
    }

    /** @return of all models what there is and was not reached */
    private static List<String> left(Function<Process, Stream<String>> all, Function<String, Set<String>> reached)
            throws IOException {
        List<String> left = new ArrayList<>();
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
        assertThat(models).as("models").isNotEmpty();
        for (Resource model : models) {
            try (InputStream in = model.getInputStream()) {
                for (Process process : Bpmn.readModelFromStream(in).getModelElementsByType(Process.class)) {
                    all.apply(process)
                            .filter(element -> !reached.apply(process.getId()).contains(element))
                            .forEach(element -> left.add(process.getId() + ": " + element));
                }
            }
        }
        return left;
    }

    /** Without link events: the engine makes one flow of the two, and what stands behind them is counted. */
    private static Stream<String> nodes(Process process) {
        return process.getModelInstance().getModelElementsByType(FlowNode.class).stream()
                .filter(node ->
                        node.getChildElementsByType(LinkEventDefinition.class).isEmpty())
                .map(FlowNode::getId);
    }

    /** @return the ids of task and listener of each, as {@link FiredListeners} writes them down */
    static Stream<String> timeoutListeners(Process process) {
        return process.getModelInstance().getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getExtensionElements() != null)
                .flatMap(task -> task.getExtensionElements().getChildElementsByType(CamundaTaskListener.class).stream()
                        .filter(listener -> TaskListener.EVENTNAME_TIMEOUT.equals(listener.getCamundaEvent()))
                        .map(listener -> task.getId() + "." + listener.getAttributeValue("id")));
    }
}
