package io.rotadesk.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Fails a whole test run that left some task, event or gateway of some model unpassed. */
@Order(TestRun.LAST)
class FlowNodeCoverageTest {

    private static final Logger log = LoggerFactory.getLogger(FlowNodeCoverageTest.class);

    @Test
    void everyFlowNodeOfEveryModelIsPassedBySomeTest() throws IOException {
        Set<String> missing = TestRun.missingClasses();
        if (!missing.isEmpty()) {
            String reason = "Flow nodes are not counted: " + missing.size() + " test classes were not in this run, "
                    + missing.iterator().next() + " for one";
            log.warn(reason);
            abort(reason);
        }

        assertThat(neverPassed()).as("flow nodes that no test passes").isEmpty();
    }

    private static List<String> neverPassed() throws IOException {
        List<String> neverPassed = new ArrayList<>();
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
        assertThat(models).as("models").isNotEmpty();
        for (Resource model : models) {
            try (InputStream in = model.getInputStream()) {
                for (Process process : Bpmn.readModelFromStream(in).getModelElementsByType(Process.class)) {
                    Set<String> passed = FlowNodeRecorder.passed(process.getId());
                    process.getModelInstance().getModelElementsByType(FlowNode.class).stream()
                            .map(FlowNode::getId)
                            .filter(node -> !passed.contains(node))
                            .forEach(node -> neverPassed.add(process.getId() + ": " + node));
                }
            }
        }
        return neverPassed;
    }
}
