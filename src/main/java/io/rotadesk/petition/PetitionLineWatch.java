package io.rotadesk.petition;

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
 * Sees to it that the first in line is called by whoever becomes free. Who gets into line and who becomes free cannot miss
 * each other: both look after their own commit.
 */
@Component
class PetitionLineWatch implements DisposableBean {

    private final LineWorker worker;
    private final Duration sweep;

    PetitionLineWatch(PetitionLine line, PetitionTurns turns, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        this.worker = new LineWorker("petition-line", new LineWorker.Lines() {
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
    void lineChanged(PetitionLineChanged changed) {
        worker.note(changed.unitId(), null);
    }

    @Override
    public void destroy() {
        worker.close();
    }
}
