package io.rotadesk.leasing.dispute.process;

import static io.rotadesk.leasing.dispute.process.DisputeVariables.CLAIMANT;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.CUSTOMER_NUMBER;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.DECISION;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.DECISION_REASON;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.DISPUTE_ID;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.OWNER;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.READER;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.REASON;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.STATEMENT;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.UNIT_ID;
import static io.rotadesk.leasing.dispute.process.DisputeVariables.dispute;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.leasing.dispute.ClaimResult;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code ownership-dispute.bpmn} and the effects of its forms: each calls {@link Disputes}. */
@Configuration(proxyBeanMethods = false)
class DisputeDelegates {

    private final Actor actor;
    private final DisputeWording wording;

    DisputeDelegates(Actor actor, DisputeWording wording) {
        this.actor = actor;
        this.wording = wording;
    }

    @Bean
    ProcessVariables disputeVariables() {
        return DisputeVariables.DECLARED;
    }

    @Bean
    ModelKey disputeKey(ObjectProvider<Disputes> disputes) {
        return ModelKey.ofUnit(
                "disputeId",
                id -> Optional.of(id)
                        .filter(number -> number.matches("[0-9]{1,18}"))
                        .flatMap(number -> disputes.getObject().find(Long.parseLong(number)))
                        .map(Dispute::unitId));
    }

    /**
     * A claim from Tasklist: the person logged in is the claimant, in their unit. Their texts leave the process at
     * once.
     */
    @Bean
    @ModelBean("recordClaim")
    JavaDelegate recordClaim(Disputes disputes, Agents agents, DisputeForms forms) {
        return execution -> {
            String login =
                    actor.login().orElseThrow(() -> new RefusedException(wording.toReader("dispute.notLoggedIn")));
            String unitId = Optional.ofNullable(execution.getTenantId())
                    .or(() -> agents.find(login).map(Agent::unitId))
                    .orElseThrow(() -> new RefusedException(wording.toReader("dispute.refused.NOT_ON_ROSTER", login)));
            ClaimResult claim = disputes.enter(unitId, login, CUSTOMER_NUMBER.get(execution), REASON.get(execution));
            if (claim.isRefused()) {
                throw new RefusedException(forms.refusal(claim));
            }
            execution.removeVariable(CUSTOMER_NUMBER.name());
            execution.removeVariable(REASON.name());
            Dispute dispute = claim.dispute();
            DISPUTE_ID.set(execution, Long.toString(dispute.id()));
            UNIT_ID.set(execution, unitId);
            CLAIMANT.set(execution, dispute.claimant());
            OWNER.set(execution, dispute.owner());
            execution.setProcessBusinessKey(Long.toString(dispute.id()));
        };
    }

    @Bean
    @ModelBean("saveStatement")
    TaskListener saveStatement(Disputes disputes) {
        return task -> disputes.stated(dispute(task), STATEMENT.get(task), who(task));
    }

    @Bean
    @ModelBean("saveOwnership")
    TaskListener saveOwnership(Disputes disputes) {
        return task -> disputes.decided(
                dispute(task), DisputeForms.outcome(DECISION.get(task)), DECISION_REASON.get(task), who(task));
    }

    @Bean
    @ModelBean("saveDecisionRead")
    TaskListener saveDecisionRead(Disputes disputes) {
        return task -> disputes.read(dispute(task), READER.get(task));
    }

    private String who(DelegateTask task) {
        return actor.loginOr(task);
    }
}
