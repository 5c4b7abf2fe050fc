package io.rotadesk.petition.summary;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import io.rotadesk.petition.matter.MatterReclassified;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts the summaries of months that are over, looked for once an hour, and follows matters that get another category. */
@Component
class SummaryWatch implements Mending {

    private static final Logger log = LoggerFactory.getLogger(SummaryWatch.class);

    private final MonthStarter starter;
    private final SummaryRows rows;
    private final SummaryProcess process;
    private final OnceAnHour onceAnHour;

    SummaryWatch(MonthStarter starter, SummaryRows rows, SummaryProcess process, Clock clock) {
        this.starter = starter;
        this.rows = rows;
        this.process = process;
        this.onceAnHour = new OnceAnHour(clock);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        try {
            mend();
        } catch (RuntimeException e) {
            log.error("Missing summaries could not be started; the next check tries again", e);
        }
    }

    /** Units have time zones: somewhere a month may end with any hour. */
    @Override
    public void mend() {
        onceAnHour.look(starter::startMissing);
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
            if (process.isRunning(summary.id())) {
                process.outdated(summary.id());
            } else {
                process.start(new SummaryVersionDue(
                        summary.id(), summary.rootUnitId(), summary.month(), SummaryReason.RECLASSIFIED));
            }
        }
    }
}
