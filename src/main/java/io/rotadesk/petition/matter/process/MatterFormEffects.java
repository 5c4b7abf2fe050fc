package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.DUE_AT;
import static io.rotadesk.petition.matter.process.MatterVariables.PROGRESS;
import static io.rotadesk.petition.matter.process.MatterVariables.ROUTE;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.Extensions.Decision;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.process.MatterSaving.Sent;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The effects of the forms of the responsible person, and of the people who decide about extensions: their texts go to
 * our tables, and are deleted with the task (P2, P4). The names of the fields are those of the forms.
 */
@Configuration(proxyBeanMethods = false)
class MatterFormEffects {

    private static final String APPROVE = "approve";

    private final MatterSaving saving;
    private final HandlingWording texts;

    MatterFormEffects(MatterSaving saving, HandlingWording texts) {
        this.saving = saving;
        this.texts = texts;
    }

    @Bean
    @ModelBean("saveHandlingPlan")
    TaskListener saveHandlingPlan(MatterPlans plans, MatterDue due) {
        return saving.form(sent -> {
            plans.set(
                    sent.matterId(),
                    sent.text(Fields.METHOD),
                    day(sent, Fields.DEADLINE),
                    sent.text(Fields.TOLD_HOW),
                    sent.time(Fields.TOLD_AT),
                    sent.by());
            DUE_AT.set(sent.task(), due.at(sent.matterId()));
        });
    }

    /** The other values of the form, besides the decision how it goes on. */
    @Bean
    @ModelBean("saveProgress")
    TaskListener saveProgress(MatterClosing closing, Extensions extensions, Coordination coordination) {
        return saving.form(sent -> {
            String progress = PROGRESS.get(sent.task());
            switch (progress) {
                case "done" -> closing.handled(sent.matterId(), sent.text(Fields.RESULT), sent.by());
                case "extend" ->
                    extensions.ask(
                            sent.matterId(),
                            sent.text(Fields.EXTENSION_REASON),
                            day(sent, Fields.EXTENSION_UNTIL),
                            sent.by());
                case "coordinate" ->
                    coordination.ask(
                            sent.matterId(),
                            CheckedUnits.in(sent.task().getVariable(Fields.COORDINATION_UNITS)),
                            sent.text(Fields.COORDINATION_QUESTION),
                            sent.by());
                case "stopWaiting" -> {
                    if (coordination.unitsAsked(sent.matterId()).isEmpty()) {
                        throw texts.refused(Fields.PROGRESS, "progress.nobodyAsked");
                    }
                    coordination.end(sent.matterId(), sent.by());
                }
                default -> ROUTE.set(sent.task(), progress);
            }
        });
    }

    @Bean
    @ModelBean("saveExtensionDecision")
    TaskListener saveExtensionDecision(Extensions extensions) {
        return saving.form(sent -> {
            boolean approved = APPROVE.equals(sent.text(Fields.DECISION));
            extensions.decide(
                    sent.matterId(),
                    approved ? Decision.APPROVED : Decision.REFUSED,
                    approved ? day(sent, Fields.EXTENSION_UNTIL) : null,
                    sent.text(Fields.REMARKS),
                    sent.by());
        });
    }

    @Bean
    @ModelBean("saveExtensionTold")
    TaskListener saveExtensionTold(Extensions extensions, MatterDue due) {
        return saving.form(sent -> {
            extensions.told(sent.matterId(), sent.text(Fields.TOLD_HOW), sent.time(Fields.TOLD_AT), sent.by());
            due.changed(sent.task());
        });
    }

    @Bean
    @ModelBean("saveReply")
    TaskListener saveReply(MatterClosing closing) {
        return saving.form(sent -> closing.replied(
                sent.matterId(),
                sent.text(Fields.REPLY),
                sent.text(Fields.TOLD_HOW),
                sent.time(Fields.TOLD_AT),
                sent.yes(Fields.SATISFIED),
                sent.text(Fields.OUTCOME),
                sent.by()));
    }

    private LocalDate day(Sent sent, String field) {
        return Optional.ofNullable(sent.form().date(field)).orElseThrow(() -> texts.refused(field, field + ".missing"));
    }
}
