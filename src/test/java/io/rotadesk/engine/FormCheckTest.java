package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rotadesk.RotaDeskTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The server refuses the same values as a form in the browser, over every interface. */
@RotaDeskTest
class FormCheckTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/form-check.bpmn")
                .addClasspathResource("engine/form-check-start.form")
                .addClasspathResource("engine/form-check-fill-in.form")
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void valuesThatTheFormAllowsCompleteTheTask() {
        String task = newTask();

        tasks.complete(
                task,
                with(
                        "remarks",
                        "第一行\n第二行",
                        "area",
                        120.5,
                        "day",
                        "2026-03-02",
                        "at",
                        "2026-03-02T09:30",
                        "phone",
                        "010-5555 0101"));

        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void aValueThatWasThereBeforeCountsAsFilledIn() {
        String task = newTask();

        // The name comes from the input parameter.
        assertThatNoException().isThrownBy(() -> forms.submitTaskForm(task, with()));
    }

    @Test
    void emptyingARequiredFieldIsRefused() {
        assertThat(refusal(newTask(), with("name", null))).contains("“姓名”必须填写");
        assertThat(refusal(newTask(), with("name", ""))).contains("“姓名”必须填写");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndTheTaskStays() {
        String task = newTask();

        String message = refusal(task, Map.of("kind", "market", "area", 9, "name", "王"));

        assertThat(message).isEqualTo("请更正后再提交：“姓名”至少要 2 个字，现在是 1 个；“面积”不能小于 10；“类别”只能从列表中选择；“已告知”必须勾选。");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 座机打来的, “联系方式”的格式不对",
        "name, 一二三四五六七八九十一, “姓名”最多 10 个字",
        "area, 10.25, “面积”必须是数字",
        "day, 02/03/2026, “日期”必须是日期",
        "at, 2026-03-02, “时间”必须是日期和时间",
        "name, '王小\n明', “姓名”只能写一行",
        "told, true, “已告知”只能勾选或不勾选",
        "line, 2, “线路”不能修改",
        "agentName, 李四, 表单里没有“agentName”这一项",
    })
    void oneWrongValueIsRefused(String field, String value, String message) {
        assertThat(refusal(newTask(), with(field, value))).contains(message);
    }

    @Test
    void numbersKeepToTheirRangeAndDigits() {
        assertThat(refusal(newTask(), with("area", 10.25))).contains("“面积”最多 1 位小数");
        assertThat(refusal(newTask(), with("area", 5000.1))).contains("“面积”不能大于 5000");
        assertThatNoException().isThrownBy(() -> tasks.complete(newTask(), with("area", 5000L)));
    }

    @Test
    void optionsMayComeFromAVariable() {
        String task = newTask();
        tasks.setVariableLocal(
                task,
                "agentOptions",
                Spin.JSON("[{\"label\":\"李\",\"value\":\"li\"},{\"label\":\"赵\",\"value\":\"zhao\"}]"));

        assertThat(refusal(task, with("agent", "wang"))).contains("“招商员”只能从列表中选择");
        assertThatNoException().isThrownBy(() -> tasks.complete(task, with("agent", "zhao")));
    }

    @Test
    void optionsCannotBeSubmittedAlongWithTheChoice() {
        assertThat(refusal(newTask(), with("agent", "wang", "agentOptions", "[\"wang\"]")))
                .contains("表单里没有“agentOptions”这一项")
                .contains("“招商员”只能从列表中选择");
    }

    @Test
    void aChecklistIsAListOfItsOptions() {
        assertThat(refusal(newTask(), with("media", json("[\"web\",\"tv\"]")))).contains("“媒体”只能从列表中选择");
        assertThat(refusal(newTask(), with("media", json("[\"web\",\"web\"]")))).contains("同一项选了两次");
        assertThat(refusal(newTask(), with("media", "web"))).contains("“媒体”只能从列表中选择");
        assertThatNoException()
                .isThrownBy(() -> forms.submitTaskForm(newTask(), with("media", json("[\"web\",\"friend\"]"))));
    }

    @Test
    void aHiddenFieldIsNotRequiredAndTakesNoValue() {
        assertThat(refusal(newTask(), with("kind", "other"))).contains("“原因”必须填写");
        assertThat(refusal(newTask(), with("kind", "leasing", "reason", "问路"))).contains("“原因”此时不在表单上");
        assertThatNoException().isThrownBy(() -> tasks.complete(newTask(), with("kind", "other", "reason", "问路")));
        assertThatNoException().isThrownBy(() -> tasks.complete(newTask(), with("kind", "leasing", "reason", null)));
        assertThatNoException().isThrownBy(() -> tasks.complete(newTask(), with("kind", "leasing", "reason", "")));
    }

    @Test
    void resolvingADelegatedTaskIsChecked() {
        String task = newTask();
        tasks.delegateTask(task, "zhao");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> tasks.resolveTask(task, with("kind", "market")))
                .withMessageContaining("“类别”只能从列表中选择");
    }

    @Test
    void aStartIsCheckedWhicheverWayItComes() {
        String definition = definition();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> forms.submitStartForm(definition, Map.of()))
                .withMessage("请更正后再提交：“事由”必须填写。");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> runtime.startProcessInstanceById(definition))
                .withMessageContaining("“事由”必须填写");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> runtime.startProcessInstanceById(definition, Map.of("subject", "问路", "owner", "li")))
                .withMessageContaining("表单里没有“owner”这一项");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .count())
                .isZero();
    }

    @Test
    void nobodyStartsInAnothersName() {
        engine.setAuthorizationEnabled(false);
        identity.setAuthentication("li", List.of(), List.of("unit-of-li"));
        try {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> forms.submitStartForm(definition(), Map.of("subject", "问路", "startedBy", "zhao")))
                    .withMessageContaining("表单里没有“startedBy”这一项");
            String instance =
                    forms.submitStartForm(definition(), Map.of("subject", "问路")).getId();
            assertThat(runtime.getVariable(instance, "startedBy")).isEqualTo("li");
        } finally {
            identity.clearAuthentication();
            engine.setAuthorizationEnabled(true);
        }
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    private String newTask() {
        String instance =
                forms.submitStartForm(definition(), Map.of("subject", "问路")).getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String refusal(String task, Map<String, Object> variables) {
        return catchThrowableOfType(RefusedException.class, () -> tasks.complete(task, variables))
                .getMessage();
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    /** A form that is filled in correctly except for these values. */
    private static Map<String, Object> with(Object... keysAndValues) {
        Map<String, Object> variables = new HashMap<>(Map.of("kind", "leasing", "told", true));
        List<Object> pairs = Arrays.asList(keysAndValues);
        for (int i = 0; i < pairs.size(); i += 2) {
            variables.put((String) pairs.get(i), pairs.get(i + 1));
        }
        return variables;
    }
}
