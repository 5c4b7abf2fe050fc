package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.DECISION;
import static io.rotadesk.petition.matter.process.MatterVariables.TARGET_UNIT;
import static io.rotadesk.petition.matter.process.MatterVariables.UNIT_ID;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.TransferDecisions;
import io.rotadesk.petition.matter.Transfers;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effects of the forms between units: transfer, coordination, instruction (P1, P6). */
@Configuration(proxyBeanMethods = false)
class OtherUnitsEffects {

    private static final String TRANSFER = "transfer";
    private static final String ACCEPT = "accept";
    private static final String KEEP = "keep";

    private final MatterSaving saving;

    OtherUnitsEffects(MatterSaving saving) {
        this.saving = saving;
    }

    @Bean
    @ModelBean("saveTransferProposal")
    TaskListener saveTransferProposal(Transfers transfers) {
        return saving.form(sent -> {
            if (TRANSFER.equals(sent.text(Fields.DECISION))) {
                transfers.propose(
                        sent.matterId(), sent.text(Fields.TARGET_UNIT), sent.text(Fields.TRANSFER_REASON), sent.by());
            }
        });
    }

    @Bean
    @ModelBean("saveTransferAnswer")
    TaskListener saveTransferAnswer(Transfers transfers) {
        return saving.form(sent -> {
            if (ACCEPT.equals(sent.text(Fields.DECISION))) {
                transfers.accept(sent.matterId(), sent.by());
            } else {
                transfers.refuse(sent.matterId(), sent.text(Fields.REFUSAL_REASON), sent.by());
            }
        });
    }

    @Bean
    @ModelBean("saveTransferDecision")
    TaskListener saveTransferDecision(TransferDecisions decisions) {
        return saving.form(sent -> {
            String unit = sent.text(Fields.RESPONSIBLE_UNIT);
            boolean stays = decisions.decide(sent.matterId(), unit, sent.text(Fields.DECISION_REASON), sent.by());
            DECISION.set(sent.task(), stays ? KEEP : TRANSFER);
            TARGET_UNIT.set(sent.task(), unit);
        });
    }

    @Bean
    @ModelBean("saveNamedResponsible")
    TaskListener saveNamedResponsible(TransferDecisions decisions) {
        return saving.form(sent -> decisions.name(sent.matterId(), sent.text(Fields.RESPONSIBLE), sent.by()));
    }

    @Bean
    @ModelBean("saveContribution")
    TaskListener saveContribution(Coordination coordination) {
        return saving.form(sent -> coordination.answer(
                sent.matterId(),
                UNIT_ID.get(sent.task()),
                sent.form().ticked(Fields.NOTHING_TO_DO),
                sent.text(Fields.CONTRIBUTION),
                sent.by()));
    }

    @Bean
    @ModelBean("saveReport")
    TaskListener saveReport(Instructions instructions) {
        return saving.form(sent -> instructions.report(sent.matterId(), sent.text(Fields.REPORT), sent.by()));
    }

    @Bean
    @ModelBean("saveInstruction")
    TaskListener saveInstruction(Instructions instructions) {
        return saving.form(sent -> instructions.instruct(sent.matterId(), sent.text(Fields.INSTRUCTION), sent.by()));
    }

    @Bean
    @ModelBean("saveReportWithdrawn")
    TaskListener saveReportWithdrawn(Instructions instructions) {
        return saving.form(sent -> instructions.withdraw(sent.matterId(), sent.text(Fields.WITHDRAWAL), sent.by()));
    }

    @Bean
    @ModelBean("saveInstructionRead")
    TaskListener saveInstructionRead(Instructions instructions) {
        return saving.form(sent -> instructions.read(sent.matterId(), sent.by()));
    }
}
