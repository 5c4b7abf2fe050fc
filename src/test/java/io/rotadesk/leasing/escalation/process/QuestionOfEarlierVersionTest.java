package io.rotadesk.leasing.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import io.rotadesk.leasing.escalation.Escalations;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application is upgraded while a question waits for its answer: the earlier model drew its reminders. */
class QuestionOfEarlierVersionTest extends ProcessScenario {

    private static final String PROCESS = "manager-escalation";

    @Autowired
    Escalations escalations;

    private LandedModels models;

    @BeforeEach
    void earlierModel() {
        models = new LandedModels(engine, LandedVersion.ONE_PLANE);
        models.putInForce(PROCESS);
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @Test
    void theManagerIsRemindedAndTheDeputyIsAskedToo() {
        String id = escalations.raise(department.id(), department.callTeam().get(0), null, "可以外摆吗？");
        models.upgrade(PROCESS);
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult();

        fires(process, "Event_AnswerReminder", Duration.ofMinutes(5));

        assertThat(hasPassed(id, "EndEvent_ManagerReminded")).isTrue();
        assertThat(escalations.get(id).remindedAt()).isEqualTo(clock.instant());

        fires(process, "Event_AnswerOverdue", Duration.ofMinutes(15));

        assertThat(hasPassed(id, "EndEvent_DeputyTold")).isTrue();
        assertThat(escalations.get(id).deputyToldAt()).isEqualTo(clock.instant());
        Task task = tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
        assertThat(task.getPriority()).isEqualTo(100);
        assertThat(isOpenFor(task, department.deputy())).isTrue();
    }
}
