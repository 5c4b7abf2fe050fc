package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal data does not stay in the engine. */
@RotaDeskTest
class LeanHistoryTest {

    private static final String NUMBER = "+86" + Traces.ownPhone();
    private static final String NAME = PersonalValues.NAME;
    private static final String CORRECTED_NAME = "欧阳拂晓晓";
    private static final String REMARKS = "想开一家绒线铺";
    private static final String OPTION = PersonalValues.OPTION;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/lean-history.bpmn")
                .addClasspathResource("engine/lean-history-start.form")
                .addClasspathResource("engine/lean-history-register.form")
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void nothingPersonalIsLeftWhenTheProcessHasEnded() {
        String instance = run();

        for (String value : List.of(NUMBER, NAME, CORRECTED_NAME, REMARKS, OPTION)) {
            assertThat(tablesWith(value)).as("tables that hold %s", value).isEmpty();
        }
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .isEmpty();
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void stepsAtWhichNothingWaitsAreLeftOut() {
        String key = "lean-history-steps";
        String decided = repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .exclusiveGateway()
                                .serviceTask()
                                .camundaExpression("${1 == 1}")
                                .parallelGateway()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        String instance = runtime.startProcessInstanceByKey(key).getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting("activityType")
                .containsExactlyInAnyOrder("startEvent", "noneEndEvent");
        repository.deleteDeployment(decided, true);
    }

    @Test
    void theRowsOfAUserTaskSayWhenItBeganAndWhoseItWas() {
        String instance =
                forms.submitStartForm(definition(), Map.of("subject", "问铺位")).getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        tasks.setAssignee(task.getId(), "li");
        tasks.setPriority(task.getId(), 75);
        assertThat(taskRow(instance).getEndTime()).isNull();
        assertThat(taskStep(instance).getEndTime()).isNull();

        tasks.complete(task.getId(), Map.of("outcome", "reached"));

        HistoricTaskInstance ended = taskRow(instance);
        assertThat(ended.getId()).isEqualTo(task.getId());
        assertThat(ended.getAssignee()).isEqualTo("li");
        assertThat(ended.getPriority()).isEqualTo(75);
        assertThat(ended.getDeleteReason()).isEqualTo("completed");
        assertThat(ended.getStartTime()).isEqualTo(task.getCreateTime());
        assertThat(ended.getDurationInMillis())
                .isEqualTo(ended.getEndTime().getTime() - ended.getStartTime().getTime());
        HistoricActivityInstance step = taskStep(instance);
        assertThat(step.getId()).isEqualTo(ended.getActivityInstanceId());
        assertThat(step.getTaskId()).isEqualTo(task.getId());
        assertThat(step.getAssignee()).isEqualTo("li");
        assertThat(step.getStartTime()).isEqualTo(task.getCreateTime());
        assertThat(step.isCanceled()).isFalse();
    }

    @Test
    void soDoTheRowsOfAUserTaskThatIsTakenAway() {
        String instance =
                forms.submitStartForm(definition(), Map.of("subject", "问铺位")).getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        tasks.setAssignee(task.getId(), "li");

        runtime.deleteProcessInstance(instance, "removed");

        assertThat(taskRow(instance).getDeleteReason()).isEqualTo("removed");
        assertThat(taskRow(instance).getStartTime()).isEqualTo(task.getCreateTime());
        assertThat(taskStep(instance).isCanceled()).isTrue();
        assertThat(taskStep(instance).getAssignee()).isEqualTo("li");
        assertThat(taskStep(instance).getStartTime()).isEqualTo(task.getCreateTime());
    }

    @Test
    void eachRowIsRemovedWhenItsOwnTimeIsOver() {
        String instance = run();
        HistoricTaskInstance task = taskRow(instance);
        Instant over = task.getEndTime().toInstant().plus(Duration.ofDays(7));

        assertThat(task.getRemovalTime().toInstant()).isCloseTo(over, within(1, ChronoUnit.SECONDS));
        assertThat(taskStep(instance).getRemovalTime().toInstant()).isCloseTo(over, within(1, ChronoUnit.SECONDS));
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .hasSize(3)
                .allMatch(step -> step.getRemovalTime() != null);
    }

    private HistoricTaskInstance taskRow(String instance) {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private HistoricActivityInstance taskStep(String instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("userTask")
                .singleResult();
    }

    /** What is done inside is kept, as if it were drawn without a subprocess. */
    @Test
    void subprocessesAreLeftOut() {
        String key = "lean-history-subprocess";
        String nested = repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent("outside")
                                .subProcess()
                                .embeddedSubProcess()
                                .startEvent("inside")
                                .manualTask()
                                .endEvent("over")
                                .subProcessDone()
                                .endEvent("end")
                                .done())
                .deploy()
                .getId();
        String instance = runtime.startProcessInstanceByKey(key).getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .list())
                .extracting("activityType", "activityId")
                .hasSize(4)
                .contains(tuple("startEvent", "outside"), tuple("noneEndEvent", "over"), tuple("noneEndEvent", "end"))
                .doesNotContain(tuple("startEvent", "inside"));
        repository.deleteDeployment(nested, true);
    }

    @Test
    void theSearchWouldFindIt() {
        String instance = forms.submitStartForm(definition(), Map.of("subject", "问铺位", "callerNumber", NUMBER))
                .getId();
        assertThat(tablesWith(NUMBER)).containsExactly("act_ru_variable");
        // What the form shows is in no table, even while it is open.
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThat(forms.getTaskFormVariables(task)).containsEntry("customerName", NAME);
        assertThat(tablesWith(NAME)).isEmpty();
        assertThat(tablesWith(OPTION)).isEmpty();

        tasks.setVariableLocal(task, "stored", new PersonalValues().options(""));
        assertThat(tablesWith(OPTION)).contains("act_ge_bytearray");
    }

    private String run() {
        String instance = forms.submitStartForm(definition(), Map.of("subject", "问铺位", "callerNumber", NUMBER))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        forms.submitTaskForm(
                task,
                Map.of(
                        "customerName",
                        CORRECTED_NAME,
                        "remarks",
                        REMARKS,
                        "interests",
                        SpinValues.jsonValue("[\"%s\"]".formatted(OPTION)).create(),
                        "outcome",
                        "reached"));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isOne();
        return instance;
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    /** The engine's tables in which some column of some row holds the value, as text or inside bytes. */
    private List<String> tablesWith(String value) {
        String bytes = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        List<String> tables = jdbc.sql("""
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name like 'act\\_%' order by table_name
            """).query(String.class).list();
        return tables.stream()
                .filter(table -> jdbc.sql("select exists (select 1 from " + table
                                + " t where strpos(t::text, :value) > 0 or strpos(t::text, :bytes) > 0)")
                        .param("value", value)
                        .param("bytes", bytes)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
