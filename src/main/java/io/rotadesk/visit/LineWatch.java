package io.rotadesk.visit;

import io.rotadesk.line.LineWorker;
import io.rotadesk.roster.DutyChanged;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks after the waiting lines whenever somebody may have become free. Arrival and see-off cannot miss each other: both look
 * after their own commit, so the later one sees the other.
 */
@Component
class LineWatch implements DisposableBean {

    private final LineWorker worker;
    private final Duration sweep;

    LineWatch(WaitingLine line, LineTurns turns, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        this.worker = new LineWorker("waiting-line", new LineWorker.Lines() {
            @Override
            public List<String> units(List<String> units, List<String> logins) {
                return line.units(units, logins);
            }

            @Override
            public List<String> units() {
                return line.units();
            }

            @Override
            public void serve(String unitId) {
                turns.serve(unitId);
            }
        });
        this.sweep = sweep;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        worker.start(sweep);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void dutyChanged(DutyChanged changed) {
        worker.note(changed.unitId(), changed.login());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void lineChanged(LineChanged changed) {
        worker.note(changed.unitId(), null);
    }

    @Override
    public void destroy() {
        worker.close();
    }
}
