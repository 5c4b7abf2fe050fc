package io.rotadesk.leasing.conduct.process;

import static io.rotadesk.leasing.conduct.process.CheckVariables.CHECK_ID;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.conduct.ConductPoint;
import io.rotadesk.leasing.conduct.ServiceCheck;
import io.rotadesk.leasing.conduct.ServiceChecks;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The effects of the forms of {@code service-check.bpmn}: marks and texts go to our tables, and are deleted with the
 * task.
 */
@Configuration(proxyBeanMethods = false)
class CheckFormEffects {

    private static final String NOT_SEEN = "notSeen";

    @Bean
    ProcessVariables checkVariables() {
        return CheckVariables.DECLARED;
    }

    @Bean
    ModelKey checkKey(ObjectProvider<ServiceChecks> checks) {
        return ModelKey.ofUnit("checkId", id -> checks.getObject().find(id).map(ServiceCheck::unitId));
    }

    @Bean
    @ModelBean("saveServiceCheck")
    TaskListener saveServiceCheck(ServiceChecks checks, Actor actor) {
        return task -> checks.checked(CHECK_ID.get(task), actor.loginOr(task), marks(task), text(task, Fields.REMARKS));
    }

    @Bean
    @ModelBean("saveCheckAnswer")
    TaskListener saveCheckAnswer(ServiceChecks checks) {
        return task -> checks.read(CHECK_ID.get(task), text(task, Fields.ANSWER));
    }

    private static Map<ConductPoint, Integer> marks(DelegateTask task) {
        Map<ConductPoint, Integer> marks = new EnumMap<>(ConductPoint.class);
        for (ConductPoint point : ConductPoint.values()) {
            String chosen = text(task, point.field());
            if (chosen != null && !chosen.equals(NOT_SEEN)) {
                marks.put(point, Integer.valueOf(chosen));
            }
        }
        return marks;
    }

    private static String text(DelegateTask task, String field) {
        return new SubmittedForm(task).text(field);
    }
}
