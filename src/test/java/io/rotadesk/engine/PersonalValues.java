package io.rotadesk.engine;

import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The variables of {@code lean-history.bpmn}. */
@ModelBean("personal")
public class PersonalValues {

    static final String NAME = "欧阳拂晓";
    static final String OPTION = "绒线铺隔壁的位置";

    public String name(String subject) {
        return NAME;
    }

    public SpinJsonNode options(String subject) {
        return Spin.JSON("[{\"label\":\"%1$s\",\"value\":\"%1$s\"}]".formatted(OPTION));
    }

    @Configuration(proxyBeanMethods = false)
    static class Variables {

        @Bean
        ProcessVariables leanHistoryVariables() {
            return ProcessVariables.of(
                    "lean-history",
                    ProcessVariable.text("subject"),
                    ProcessVariable.text("outcome"),
                    ProcessVariable.text("remarks").personal());
        }
    }
}
