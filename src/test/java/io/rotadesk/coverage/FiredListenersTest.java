package io.rotadesk.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import java.io.File;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FiredListenersTest extends ProcessScenario {

    @Autowired
    RepositoryService repository;

    @Test
    void onlyWhatWasFiredIsWrittenDown() {
        String deployment = repository
                .createDeployment()
                .addClasspathResource("coverage/fired-listeners.bpmn")
                .addClasspathResource("coverage/flow-nodes.form")
                .deploy()
                .getId();
        ProcessInstance process = runtime.createProcessInstanceByKey("fired-listeners")
                .setVariable("unitId", department.id())
                .execute();
        assertThat(FiredListeners.fired("fired-listeners")).isEmpty();

        fire(process, "Task_Late.remind");

        assertThat(FiredListeners.fired("fired-listeners")).containsExactly("Task_Late.remind");
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theListenersOfAModelAreFound() {
        var model = Bpmn.readModelFromFile(new File("processes/manager-escalation.bpmn"));
        Process process = model.getModelElementsByType(Process.class).iterator().next();

        assertThat(FlowNodeCoverageTest.timeoutListeners(process))
                .containsExactlyInAnyOrder("Task_AnswerQuestion.remind", "Task_AnswerQuestion.tellDeputy");
    }
}
