package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rotadesk.RotaDeskTest;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deployment that uses anything beyond the model beans, or is incomplete, is refused with all findings. */
@RotaDeskTest
class ModelCheckTest {

    @Autowired
    RepositoryService repository;

    @Test
    void everythingThatIsWrongInAModelIsNamedWithItsElement() {
        String message = refusal(repository.createDeployment().addClasspathResource("engine/bad-model.bpmn"));

        assertThat(message.lines().map(line -> line.replace("engine/bad-model.bpmn，", "")))
                .first()
                .isEqualTo("没有部署，请改正以下各处后重新部署：");
        assertThat(message)
                .contains("bad-model：没有写明历史保留时间")
                .contains("StartEvent_Async：带表单的开始事件不能异步执行")
                .contains("StartEvent_Async：表单 not-there 的绑定方式必须是 deployment")
                .contains("StartEvent_Async：本次部署中没有表单 not-there，请把 not-there.form 一起部署")
                .contains("Task_Script：不能使用脚本")
                .contains("Task_Class：不能使用 Java 类 java.lang.Runtime")
                .contains("Task_Class：不能使用脚本")
                .contains("Task_OldClass：不能使用 Java 类 java.lang.Runtime")
                .contains("Task_Shell：不能使用“shell”类型的任务")
                .contains("Task_Delegate：${dataSource} 不是系统提供的组件")
                .contains("Task_Bean：表达式中的 runtimeService 不是系统提供的组件")
                .contains("Task_Reflection：表达式只能调用系统提供的组件的方法")
                .contains("Task_Method：组件 greeting 没有这样的方法：shout")
                .contains("Task_NoForm：用户任务没有表单")
                .contains("Task_NoForm：表达式中不能读取属性")
                .contains("Task_NoForm：表达式中的变量 nobody 未知")
                .contains("Task_NoForm：用户任务的名称和说明不能含表达式")
                .contains("Task_KeyForm：用户任务的名称和说明不能含表达式")
                .contains("Task_Decision：本次部署中没有 no-decision")
                .doesNotContain("Task_Later")
                .contains("Task_KeyForm：不能使用 formKey")
                .contains("Task_KeyForm：表达式中的组件 greeting 要写明调用哪个方法")
                .contains("Task_KeyForm：不能使用内嵌的表单字段")
                .contains("Event_Timer：表达式 ${dateOf( 写错了")
                .contains("Flow_Condition：不能使用脚本")
                .contains("EndEvent_Done：不能使用连接器");
    }

    @Test
    void decisionsAreFeelOnly() {
        String message = refusal(repository.createDeployment().addClasspathResource("engine/bad-decision.dmn"));

        assertThat(message)
                .contains("Input_1：决策只能用 FEEL，不能用 groovy")
                .contains("Out_1：决策只能用 FEEL")
                .contains("bad-decision：没有写明历史保留时间");
    }

    @Test
    void aFormThatTheServerCouldNotCheckIsRefused() {
        String message = refusal(repository.createDeployment().addClasspathResource("engine/bad-form.form"));

        assertThat(message)
                .contains("表单的 id 是 another-id，必须与文件名一致：bad-form")
                .contains("Field_list：不支持“dynamiclist”部件")
                .contains("Field_nested：字段的 key“customer.name”")
                .contains("Field_pattern：正则表达式 ([ 写错了")
                .contains("Field_feel：FEEL 表达式 a === 写错了");
    }

    @Test
    void filesThatCannotBeReadAreRefusedAndReachNoOtherFile() {
        String message = refusal(repository
                .createDeployment()
                .addClasspathResource("engine/not-a-model.bpmn")
                .addString("broken.form", "{ \"id\": ")
                .addString("script.js", "1")
                .addInputStream("list.form", new java.io.ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))));

        assertThat(message)
                .contains("engine/not-a-model.bpmn：文件无法读取")
                .contains("DOCTYPE")
                .contains("broken.form：文件无法读取")
                .contains("list.form：文件无法读取")
                .contains("script.js：只能部署");
    }

    @Test
    void aDeploymentThatIsRefusedLeavesNothingBehind() {
        long before = repository.createDeploymentQuery().count();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> repository
                        .createDeployment()
                        .addClasspathResource("engine/form-check.bpmn")
                        .addClasspathResource("engine/form-check-start.form")
                        .deploy())
                .withMessageContaining("Task_FillIn：本次部署中没有表单 form-check-fill-in");

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private static String refusal(DeploymentBuilder deployment) {
        return catchThrowableOfType(RefusedException.class, deployment::deploy).getMessage();
    }
}
