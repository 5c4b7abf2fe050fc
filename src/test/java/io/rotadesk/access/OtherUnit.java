package io.rotadesk.access;

import io.rotadesk.engine.ModelBean;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The beans of {@code other-unit.bpmn}: the assignee of its task, and a step that looks for and starts work of the
 * first unit.
 */
@Component
@ModelBean("otherUnit")
public class OtherUnit {

    static final String FIRST_UNIT = "firstUnit";

    volatile String unit;
    volatile String person;
    volatile String firstPerson;
    volatile String nested;

    public String unit() {
        return unit;
    }

    public String person() {
        return person;
    }

    public String firstPerson() {
        return firstPerson;
    }

    @Component
    static class Work {

        @Bean
        @ModelBean("otherUnitWork")
        static JavaDelegate otherUnitWork(RuntimeService runtime, OtherUnit other) {
            return execution -> {
                String first = execution.getTenantId();
                long own = runtime.createProcessInstanceQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .count();
                runtime.createMessageCorrelation("OtherUnitGo")
                        .processInstanceBusinessKey(first)
                        .correlate();
                other.nested = runtime.startProcessInstanceByKey(
                                "other-unit-waits", "nested-" + first, Map.of(UnitTenants.UNIT, first))
                        .getId();
                execution.setVariable("found", own);
            };
        }
    }
}
