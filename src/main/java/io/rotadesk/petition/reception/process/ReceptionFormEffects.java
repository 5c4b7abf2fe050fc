package io.rotadesk.petition.reception.process;

import static io.rotadesk.petition.matter.process.MatterVariables.ROUTE;
import static io.rotadesk.petition.reception.process.PetitionVariables.STAFF;
import static io.rotadesk.petition.reception.process.PetitionVariables.ticket;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identities.Typed;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.process.MaterialLines;
import io.rotadesk.petition.matter.process.MatterSaving;
import io.rotadesk.petition.reception.ReceptionSteps;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes of the forms of whoever receives a petitioner: their texts go to our tables and leave the process with the task
 * (P2, P4). The names of the fields are those of the forms.
 */
@Configuration(proxyBeanMethods = false)
class ReceptionFormEffects {

    private final MatterSaving saving;

    ReceptionFormEffects(MatterSaving saving) {
        this.saving = saving;
    }

    /** The person who has the task in the end has received the petitioner: the leader may have given it to a colleague. */
    @Bean
    @ModelBean("saveReception")
    TaskListener saveReception(MatterReceptions receptions, Identities identities, MaterialLines materials) {
        return saving.form(sent -> {
            if (sent.task().getAssignee() != null) {
                STAFF.set(sent.task(), sent.task().getAssignee());
            }
            boolean same = sent.yes(Fields.SAME_MATTER);
            boolean anonymous = sent.form().ticked(Fields.ANONYMOUS);
            receptions.record(
                    sent.matterId(),
                    new ReceptionRecord(
                            anonymous ? null : sent.text(Fields.PETITIONER_NAME),
                            anonymous ? null : sent.text(Fields.PETITIONER_PHONE),
                            anonymous,
                            Optional.ofNullable(sent.form().number(Fields.GROUP_SIZE))
                                    .map(Number::intValue)
                                    .orElse(1),
                            sent.text(Fields.MATTER),
                            materials.read(sent.text(Fields.MATERIALS)),
                            sent.text(Fields.CATEGORY),
                            sent.text(Fields.PURPOSE),
                            same ? sent.text(Fields.EARLIER_MATTER) : null,
                            same,
                            sent.text(Fields.DESTINATION),
                            sent.text(Fields.GRADE)));
            String kind = sent.text(Fields.PETITIONER_KIND);
            // Forms of earlier versions do not ask for it.
            if (kind != null && anonymous) {
                identities.save(sent.matterId(), new Typed(kind, null, null, null));
            } else if (kind != null) {
                identities.save(
                        sent.matterId(),
                        new Typed(
                                kind,
                                sent.text(Fields.ID_NUMBER),
                                sent.text(Fields.ADDRESS),
                                sent.text(Fields.REPRESENTATIVES)));
            }
        });
    }

    @Bean
    @ModelBean("saveSettlement")
    TaskListener saveSettlement(MatterClosing closing, ReceptionSteps reception) {
        return saving.form(sent -> {
            String next = sent.text(Fields.NEXT);
            // Earlier versions of the model know no way on: there the matter is closed even so.
            if (sent.yes(Fields.SATISFIED) || next == null) {
                closing.settled(sent.matterId(), sent.text(Fields.EXPLANATION), sent.yes(Fields.SATISFIED), sent.by());
            } else {
                boolean unsatisfied = "no".equals(sent.text(Fields.SATISFIED));
                closing.notSettled(sent.matterId(), sent.text(Fields.EXPLANATION), unsatisfied, sent.by());
                ROUTE.set(sent.task(), next);
            }
            reception.received(ticket(sent.task()));
        });
    }
}
