package io.rotadesk.visit;

import io.rotadesk.roster.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives those in line to whoever is free now, in their order, each in a transaction of its own: a turn that the process can
 * no longer use, because the manager or the visitor was faster, is as if it had never been taken.
 */
@Service
class LineTurns {

    private static final Logger log = LoggerFactory.getLogger(LineTurns.class);
    private static final int ATTEMPTS = 3;

    private final WaitingLine line;
    private final VisitRegister register;
    private final VisitSteps steps;
    private final Receptions receptions;
    private final VisitProcess process;
    private final TransactionTemplate transaction;

    LineTurns(
            WaitingLine line,
            VisitRegister register,
            VisitSteps steps,
            Receptions receptions,
            VisitProcess process,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.register = register;
        this.steps = steps;
        this.receptions = receptions;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        line.of(unitId).forEach(visit -> serve(visit.key()));
    }

    private void serve(VisitKey key) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                transaction.executeWithoutResult(status -> offer(key));
                return;
            } catch (RuntimeException e) {
                log.info("The visitor {} in line changed meanwhile: {}", key, e.toString());
            }
        }
    }

    private void offer(VisitKey key) {
        register.lockInLine(key).ifPresent(visit -> {
            if (visit.waitingFor() == Queue.HELPER) {
                receptions
                        .callInLine(visit)
                        .ifPresent(receiver -> process.turnCame(key, receiver.login(), receiver.byHelper()));
            } else {
                steps.offerInLine(visit).ifPresent(agent -> process.turnCame(key, agent, false));
            }
        });
    }
}
