package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model can use the beans for models, and no others. */
@RotaDeskTest
class ModelBeansTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void aMarkedBeanIsReachedByItsName() {
        assertThat(evaluate("${greeting.of('广安世纪')}")).isEqualTo("您好，广安世纪");
    }

    @Test
    void anyOtherBeanIsNot() {
        assertThatThrownBy(() -> evaluate("${dataSource}")).hasMessageContaining("dataSource");
        assertThatThrownBy(() -> evaluate("${taskService.createTaskQuery().count()}"))
                .hasMessageContaining("taskService");
    }

    private Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            AbstractVariableScope scope = new TaskEntity("no-task");
            return engine.getExpressionManager().createExpression(expression).getValue(scope);
        });
    }
}
