package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.ALERT_UNIT;
import static io.rotadesk.petition.matter.process.MatterVariables.MATTER_ID;
import static io.rotadesk.petition.matter.process.MatterVariables.UNIT_ID;
import static io.rotadesk.petition.matter.process.MatterVariables.matter;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.engine.models.SceneResponse;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.SceneLeaders;
import io.rotadesk.staff.unit.Unit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps and forms of a large-scale event (P5). */
@Configuration(proxyBeanMethods = false)
class LargeScaleEffects {

    private static final String ALERT_TAKEN_OVER = SceneResponse.Message.ALERT_TAKEN_OVER;

    private final MatterSaving saving;

    LargeScaleEffects(MatterSaving saving) {
        this.saving = saving;
    }

    /** The leaders of the responsible unit are alerted; doing it again changes nothing. */
    @Bean
    @ModelBean("alertLeaders")
    AlertLeaders alertLeaders(LargeScaleEvents events, MatterDue due) {
        return new AlertLeaders(events, due);
    }

    /** Alerts the next level up when nobody has acknowledged in time; at the top there is none. */
    @Bean
    @ModelBean("raiseAlert")
    JavaDelegate raiseAlert(LargeScaleEvents events) {
        return execution -> ALERT_UNIT.set(
                execution, events.escalate(matter(execution)).map(Unit::id).orElse(null));
    }

    @Bean
    @ModelBean("saveAlertAcknowledgement")
    TaskListener saveAlertAcknowledgement(LargeScaleEvents events) {
        return saving.form(sent -> events.acknowledge(
                sent.matterId(),
                UNIT_ID.get(sent.task()),
                sent.by(),
                sent.time(Fields.EXPECTED_AT),
                sent.text(Fields.REMARKS)));
    }

    @Bean
    @ModelBean("saveEscalatedAcknowledgement")
    TaskListener saveEscalatedAcknowledgement(LargeScaleEvents events, SceneLeaders leaders) {
        return saving.form(sent -> {
            String unitId = UNIT_ID.get(sent.task());
            events.acknowledge(sent.matterId(), unitId, sent.by(), null, sent.text(Fields.REMARKS));
            if (sent.yes(Fields.TAKE_OVER)) {
                leaders.takeOver(sent.matterId(), unitId, sent.by());
            }
        });
    }

    /** Ends the wait for the leader of the responsible unit; does nothing if they were faster. */
    @Bean
    @ModelBean("takeEventOver")
    JavaDelegate takeEventOver(RuntimeService runtime) {
        return execution -> runtime.createExecutionQuery()
                .messageEventSubscriptionName(ALERT_TAKEN_OVER)
                .processVariableValueEquals(MATTER_ID.name(), matter(execution).value())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(ALERT_TAKEN_OVER, waiting.getId()));
    }

    @Bean
    @ModelBean("saveScene")
    TaskListener saveScene(LargeScaleEvents events) {
        return saving.form(sent -> events.attended(
                sent.matterId(),
                sent.time(Fields.ARRIVED_AT),
                sent.text(Fields.REPLY),
                sent.text(Fields.AGREED),
                sent.by()));
    }

    @Bean
    @ModelBean("saveReview")
    TaskListener saveReview(LargeScaleEvents events, Matters matters) {
        return saving.form(sent -> {
            events.reviewed(sent.matterId(), sent.text(Fields.REVIEW), sent.yes(Fields.FOLLOW_UP), sent.by());
            // Forms of earlier versions do not ask.
            if (sent.text(Fields.CATEGORY) != null) {
                matters.reclassify(sent.matterId(), sent.text(Fields.CATEGORY), sent.by());
            }
        });
    }
}
