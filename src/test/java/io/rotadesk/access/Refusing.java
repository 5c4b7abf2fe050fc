package io.rotadesk.access;

import io.rotadesk.engine.ModelBean;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** A step and a form's effect of a model that throw what a test says. */
@Component
class Refusing {

    volatile Supplier<RuntimeException> step;
    volatile Supplier<RuntimeException> form;

    @Bean
    @ModelBean("refusingStep")
    static JavaDelegate refusingStep(Refusing refusing) {
        return execution -> thrown(refusing.step);
    }

    @Bean
    @ModelBean("refusingForm")
    static TaskListener refusingForm(Refusing refusing) {
        return task -> thrown(refusing.form);
    }

    private static void thrown(Supplier<RuntimeException> what) {
        if (what != null) {
            throw what.get();
        }
    }
}
