package io.rotadesk.petition.summary;

import io.rotadesk.petition.matter.MatterReclassified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows events that concern summaries: the application's start, and matters that get another category. */
@Component
class SummaryWatch {

    private static final Logger log = LoggerFactory.getLogger(SummaryWatch.class);

    private final MonthStarter starter;
    private final SummaryRows rows;
    private final ObjectProvider<SummaryProcess> process;

    SummaryWatch(MonthStarter starter, SummaryRows rows, ObjectProvider<SummaryProcess> process) {
        this.starter = starter;
        this.rows = rows;
        this.process = process;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        try {
            starter.startMissing();
        } catch (RuntimeException e) {
            log.error("Missing summaries could not be started; the next look will", e);
        }
    }

    /**
     * Runs in the transaction of the change, so that none is lost: a signed month gets a new version to sign, and a
     * version that waits for its signature is compiled again. Months in which the matter was only open stay as they
     * are.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reclassified(MatterReclassified change) {
        for (SummaryRows.Row summary : rows.holdThoseWith(change.matterId())) {
            if (process.getObject().isRunning(summary.id())) {
                process.getObject().outdated(summary.id());
            } else {
                process.getObject()
                        .start(new SummaryVersionDue(
                                summary.id(), summary.rootUnitId(), summary.month(), SummaryReason.RECLASSIFIED));
            }
        }
    }
}
