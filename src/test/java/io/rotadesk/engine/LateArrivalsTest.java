package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person who completes a task that has just ended gets a clear message, not a stack trace. */
@RotaDeskTest
class LateArrivalsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    Meanwhile meanwhile;

    @Autowired
    LateArrivals late;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    String deployment;
    Task task;

    @BeforeEach
    void ring() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/late-arrival.bpmn")
                .addClasspathResource("engine/late-arrival.form")
                .deploy()
                .getId();
        String instance = runtime.startProcessInstanceByKey("late-arrival").getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    @AfterEach
    void remove() {
        identity.clearAuthentication();
        meanwhile.once(() -> {});
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void completingATaskThatTheTimerTookAwaySaysSo() {
        fire("Event_Timeout");

        assertLate(() -> tasks.complete(task.getId()));
        assertLate(() -> forms.submitTaskForm(task.getId(), Map.of()));
        assertLate(() -> tasks.claim(task.getId(), "li"));
    }

    @Test
    void losingTheRaceAgainstTheTimerSaysTheSame() {
        meanwhile.once(() -> fire("Event_Timeout"));

        assertLate(() -> tasks.complete(task.getId()));

        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .activityId("EndEvent_Late")
                        .count())
                .isOne();
    }

    @Test
    void completingTwiceSaysThatItIsDone() {
        tasks.complete(task.getId());
        identity.setAuthenticatedUserId("li");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of()))
                .withMessageMatching("该任务已结束：您已于 \\d\\d:\\d\\d:\\d\\d 完成“接听来电”，不用再次提交。");
    }

    @Test
    void somethingElseThatHappensAtTheSameMomentGoesUnnoticed() {
        meanwhile.once(() -> fire("Event_Reminder"));

        tasks.complete(task.getId());

        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .finished()
                        .list())
                .extracting("activityId")
                .contains("EndEvent_Reminded", "EndEvent_Done");
    }

    @Test
    void aTaskThatNeverWasIsUnknown() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> tasks.complete("no-such-task"))
                .withMessage("没有这个任务，请刷新任务列表。");
    }

    /** The engine follows a null pointer when the instance ends between two of its statements. */
    @Test
    void anInstanceThatEndsBetweenTwoStatementsOfTheEngineSaysTheSame() {
        assertLate(() -> late.workOn(task.getId(), engine.getCommandExecutorTxRequired(), () -> {
            fire("Event_Timeout");
            throw new NullPointerException();
        }));
    }

    @Test
    void aNullPointerOfOurOwnIsThrownOnAndNotTriedAgain() {
        NullPointerException ours = new NullPointerException();
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> late.workOn(task.getId(), engine.getCommandExecutorTxRequired(), () -> {
                    tries.incrementAndGet();
                    throw ours;
                }))
                .isSameAs(ours);
        assertThat(tries).hasValue(1);
    }

    private void assertLate(Runnable work) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(work::run)
                .withMessageMatching("该任务已结束：“接听来电”已由他人办理或已转给下一位（\\d\\d:\\d\\d:\\d\\d）。这次填写的内容没有提交。");
    }

    private void fire(String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getId());
    }
}
