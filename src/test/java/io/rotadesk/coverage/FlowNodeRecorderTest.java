package io.rotadesk.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RotaDeskTest
class FlowNodeRecorderTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void aCancelledNodeWasNotPassed() {
        String deployment = repository
                .createDeployment()
                .addClasspathResource("coverage/flow-nodes.bpmn")
                .addClasspathResource("coverage/flow-nodes.form")
                .deploy()
                .getId();

        String instance = runtime.startProcessInstanceByKey("flow-nodes").getId();
        assertThat(FlowNodeRecorder.passed("flow-nodes")).containsExactly("StartEvent_Opened");
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());

        assertThat(FlowNodeRecorder.passed("flow-nodes"))
                .containsExactlyInAnyOrder("StartEvent_Opened", "Event_Timeout", "EndEvent_Done");
        repository.deleteDeployment(deployment, true);
    }

    /** What an end event throws leaves a subprocess as its end does; a timer on its edge cancels it. */
    @Test
    void aSubprocessThatItsOwnEndLeavesWasPassed() {
        String deployment = repository
                .createDeployment()
                .addClasspathResource("coverage/left-subprocesses.bpmn")
                .addClasspathResource("coverage/flow-nodes.form")
                .deploy()
                .getId();

        String instance = runtime.startProcessInstanceByKey("left-subprocesses").getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());

        assertThat(FlowNodeRecorder.passed("left-subprocesses"))
                .contains("EndEvent_Left", "SubProcess_Left", "EndEvent_Told", "EndEvent_Late")
                .doesNotContain("SubProcess_Cancelled", "Task_Cancelled");
        repository.deleteDeployment(deployment, true);
    }
}
