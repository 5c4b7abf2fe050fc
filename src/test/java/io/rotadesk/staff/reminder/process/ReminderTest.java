package io.rotadesk.staff.reminder.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.Meanwhile;
import io.rotadesk.staff.notice.Notices;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A late task moves up, others get it too, and it is recorded, in present and earlier versions of models. */
class ReminderTest extends ProcessScenario {

    @Autowired
    RepositoryService repository;

    @Autowired
    Meanwhile meanwhile;

    @Autowired
    JdbcClient db;

    @Autowired
    Notices notices;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("reminder/reminders.bpmn")
                .addClasspathResource("reminder/reminders.form")
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aReminderRaisesTheTaskAndLeavesItWhereItIs() {
        ProcessInstance process = started("reminders");

        fire(process, "Task_Work.remind");

        assertThat(task(process).getPriority()).isEqualTo(75);
        assertThat(task(process).getAssignee()).isEqualTo(agent());
        assertThat(candidates(process)).isEmpty();
        assertThat(written(process)).containsExactly("REMINDED Task_Work {}");
        engine.getTaskService().complete(task(process).getId());
        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceId(process.getId())
                        .singleResult()
                        .getPriority())
                .isEqualTo(75);
    }

    @Test
    void deputiesAndManagersGetTheTaskToo() {
        ProcessInstance process = started("reminders");

        fire(process, "Task_Work.tellDeputy");
        fire(process, "Task_Work.tellManager");

        assertThat(candidates(process)).containsExactlyInAnyOrder(department.deputy(), department.manager());
        assertThat(task(process).getPriority()).isEqualTo(100);
        assertThat(written(process))
                .containsExactly(
                        "DEPUTY_TOLD Task_Work {" + department.deputy() + "}",
                        "MANAGER_TOLD Task_Work {" + department.manager() + "}");
    }

    /** A raised priority reaches nobody: the people are told, in words. */
    @Test
    void aReminderIsAMessageToThePersonAndToTheManager() {
        ProcessInstance process = started("reminders");
        String name = task(process).getName();

        fire(process, "Task_Work.remind");
        assertThat(told(agent())).containsExactly("TASK_LATE " + name);
        assertThat(told(department.manager())).isEmpty();

        fire(process, "Task_Work.tellManager");
        assertThat(told(department.manager())).containsExactly("TASK_LATE " + name);

        complete(task(process));
        assertThat(told(agent())).as("done: nobody needs to act").isEmpty();
        assertThat(told(department.manager())).isEmpty();
    }

    private List<String> told(String login) {
        return notices.unread(login).stream()
                .map(notice -> notice.kind() + " " + notice.words().get(1))
                .toList();
    }

    @Test
    void nobodyIsRemindedOfATaskThatIsDone() {
        ProcessInstance process = started("reminders");

        complete(task(process));

        assertThat(management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void aPersonWhoCompletesTheTaskAtThatMomentNoticesNothing() {
        ProcessInstance process = started("reminders");
        meanwhile.once(() -> fire(process, "Task_Work.remind"));

        complete(task(process));

        assertThat(hasPassed(process.getBusinessKey(), "EndEvent_Done")).isTrue();
        assertThat(written(process)).containsExactly("REMINDED Task_Work {}");
    }

    @Test
    void anInstanceOfAnEarlierVersionRemindsByItsSteps() {
        ProcessInstance process = started("drawn-reminders");

        fire(process, "Event_Late");

        assertThat(task(process).getPriority()).isEqualTo(100);
        assertThat(task(process).getAssignee()).isEqualTo(agent());
        assertThat(candidates(process)).containsExactly(department.manager());
        assertThat(written(process))
                .containsExactly("REMINDED Task_Drawn {}", "MANAGER_TOLD Task_Drawn {" + department.manager() + "}");
    }

    /** As urgent as the process says, tried as often, and one after another with the process's other work. */
    @Test
    void theTimerOfAListenerRunsAsThatOfAnEvent() {
        Job listener = timer(started("reminders"), "Task_Work.remind");
        Job event = timer(started("drawn-reminders"), "Event_Late");

        assertThat(listener)
                .extracting(Job::getPriority, Job::getRetries, Job::getTenantId)
                .containsExactly(event.getPriority(), event.getRetries(), event.getTenantId());
        assertThat(listener.getPriority()).isEqualTo(-10);
        assertThat(((JobEntity) listener).isExclusive()).isEqualTo(((JobEntity) event).isExclusive());
    }

    private String agent() {
        return department.callTeam().get(0);
    }

    private ProcessInstance started(String key) {
        return runtime.createProcessInstanceByKey(key)
                .businessKey(key + "-" + department.id())
                .setVariable("unitId", department.id())
                .setVariable("agent", agent())
                .execute();
    }

    private Task task(ProcessInstance process) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    private List<String> candidates(ProcessInstance process) {
        return tasks.getIdentityLinksForTask(task(process).getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getUserId)
                .toList();
    }

    private List<String> written(ProcessInstance process) {
        return db.sql("""
            select kind || ' ' || task || ' ' || told::text from task_reminder
            where business_key = :key and process = :process and unit_id = :unit order by id
            """)
                .param("key", process.getBusinessKey())
                .param("process", process.getBusinessKey().replace("-" + department.id(), ""))
                .param("unit", department.id())
                .query(String.class)
                .list();
    }
}
