package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine asks the database less, and comes to the same results. */
@RotaDeskTest
class FewerSelectsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    final String key = TestModel.unique("fewer-selects");
    String deployment;

    @BeforeEach
    void deploy() {
        deployment = deploy("""
                <bpmn:userTask id="A" camunda:assignee="somebody" camunda:formRef="KEY" camunda:formRefBinding="deployment" />
                <bpmn:boundaryEvent id="B" attachedToRef="A">
                  <bpmn:timerEventDefinition id="T">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="F3" sourceRef="B" targetRef="E2" /><bpmn:endEvent id="E2" />
                """);
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
        // An incident is told to everybody, and would be on the pages of other tests.
        JdbcClient.create(database)
                .sql("delete from process_trouble where process = ?")
                .param(key)
                .update();
    }

    private String deploy(String elements) {
        return repository
                .createDeployment()
                .addString(key + ".bpmn", TestModel.process(key, elements.replace("KEY", key)))
                .addString(key + ".form", """
                        {"type": "default", "id": "%s", "schemaVersion": 16, "components": []}""".formatted(key))
                .deploy()
                .getId();
    }

    @Test
    void noTaskIsPutBelowAnother() {
        Task below = tasks.newTask();
        below.setParentTaskId(taskOf(start()).getId());

        assertThatThrownBy(() -> tasks.saveTask(below)).isInstanceOf(RefusedException.class);
    }

    @Test
    void candidateWhoWasAddedLaterIsDeletedWithTheTask() {
        Task task = taskOf(start());
        tasks.addCandidateUser(task.getId(), "colleague");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getUserId())
                .contains("colleague");

        tasks.complete(task.getId());

        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from act_ru_identitylink where task_id_ = ?")
                        .param(task.getId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The application gives a task candidates when it is made, if the person whom the model names is away. */
    @Test
    void candidatesAreKnownWhileOneOfThemTakesTheTask() {
        Task task = taskOf(start());
        JdbcClient rows = JdbcClient.create(database);
        rows.sql("update act_ru_task set assignee_ = null where id_ = ?")
                .param(task.getId())
                .update();
        rows.sql(
                        "insert into act_ru_identitylink (id_, rev_, type_, user_id_, task_id_) values (?, 1, 'candidate', 'boss', ?)")
                .param("link-" + task.getId())
                .param(task.getId())
                .update();

        List<String> candidates = configuration().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity taken = context.getTaskManager().findTaskById(task.getId());
            taken.setAssignee("colleague");
            return taken.getCandidates().stream().map(IdentityLink::getUserId).toList();
        });

        assertThat(candidates).containsExactly("boss");
    }

    @Test
    void theEngineWorksWithTheManagersThatAskLess() {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            assertThat(context.getVariableInstanceManager()).isInstanceOf(WholeVariables.class);
            assertThat(context.getExecutionManager()).isInstanceOf(WholeExecutions.class);
            assertThat(context.getTaskManager()).isInstanceOf(KnownTasks.class);
            assertThat(context.getIdentityLinkManager()).isInstanceOf(KnownLinks.class);
            assertThat(context.getIncidentManager()).isInstanceOf(KnownIncidents.class);
            assertThat(context.getEventSubscriptionManager()).isInstanceOf(KnownEvents.class);
            assertThat(context.getProcessDefinitionManager()).isInstanceOf(KnownProcesses.class);
            assertThat(context.getDecisionDefinitionManager()).isInstanceOf(KnownDecisions.class);
            return null;
        });
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void incidentOfAJobGoesWithTheJobEvenIfItsRetriesWereRaised() {
        ProcessInstance instance = start();
        Job timer = timerOf(instance);
        runtime.createIncident("failedJob", timer.getExecutionId(), timer.getId());
        assertThat(incidentsOf(instance)).isPositive();

        management.executeJob(timer.getId());

        assertThat(incidentsOf(instance)).isZero();
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void variablesOfTaskAndInstanceAreToldApart() {
        ProcessInstance instance = runtime.startProcessInstanceByKey(key, Map.of("of", "instance", "both", "instance"));
        Task task = taskOf(instance);
        tasks.setVariableLocal(task.getId(), "both", "task");

        assertThat(tasks.getVariables(task.getId()))
                .containsEntry("of", "instance")
                .containsEntry("both", "task");
        assertThat(runtime.getVariables(instance.getId())).containsEntry("both", "instance");
        assertThat(tasks.getVariablesLocal(task.getId())).containsOnlyKeys("both");
    }

    @Test
    void endOfAnInstanceIsUndoneWhenSomebodyHasChangedOneOfItsVariables() {
        ProcessInstance instance = runtime.startProcessInstanceByKey(key, Map.of("one", 1, "two", 2));

        assertThatThrownBy(
                        () -> commands(instance, "update act_ru_variable set rev_ = rev_ + 1 where name_ = 'two' and"))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(isRunning(instance)).isTrue();
        tasks.complete(taskOf(instance).getId());
        assertThat(isRunning(instance)).isFalse();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance.getId())
                        .count())
                .isZero();
    }

    /** Reads the instance, lets another connection change it, and deletes it. */
    private void commands(ProcessInstance instance, String change) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance.getId());
            execution.getVariables();
            try (Connection other = database.getConnection()) {
                other.createStatement().execute(change + " proc_inst_id_ = '" + instance.getId() + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            context.getExecutionManager().deleteProcessInstance(instance.getId(), "test");
            return null;
        });
    }

    @Test
    void suspendedProcessStartsNothingUntilItIsActivated() {
        start();
        repository.suspendProcessDefinitionByKey(key);
        assertThatThrownBy(this::start).isInstanceOf(SuspendedEntityInteractionException.class);
        repository.activateProcessDefinitionByKey(key);
        assertThat(isRunning(start())).isTrue();
    }

    @Test
    void suspensionThatIsRolledBackIsNeverSeen() {
        start();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            repository.suspendProcessDefinitionByKey(key);
            assertThatThrownBy(this::start).isInstanceOf(SuspendedEntityInteractionException.class);
            status.setRollbackOnly();
        });
        assertThat(isRunning(start())).isTrue();
    }

    @Test
    void newVersionIsTheOneThatStartsFromThenOn() {
        start();
        String second = deploy("""
                <bpmn:userTask id="A" name="second" camunda:assignee="somebody" camunda:formRef="KEY" camunda:formRefBinding="deployment" />
                """);
        try {
            assertThat(taskOf(start()).getName()).isEqualTo("second");
        } finally {
            repository.deleteDeployment(second, true);
        }
        assertThat(taskOf(start()).getName()).isNull();
    }

    private ProcessInstance start() {
        return runtime.startProcessInstanceByKey(key);
    }

    private Task taskOf(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Job timerOf(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private long incidentsOf(ProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).count();
    }

    private boolean isRunning(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }
}
