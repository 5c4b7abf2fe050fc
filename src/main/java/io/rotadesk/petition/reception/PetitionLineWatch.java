package io.rotadesk.petition.reception;

import io.rotadesk.staff.line.LineWatch;
import io.rotadesk.staff.line.LineWorker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Watches the line of petitioners (P3). */
@Component
class PetitionLineWatch extends LineWatch {

    PetitionLineWatch(PetitionLine line, PetitionTurns turns, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        super("petition-line", new LineWorker.Lines(line::units, line::units, turns::serve), sweep);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void lineChanged(PetitionLineChanged changed) {
        lineChanged(changed.unitId());
    }
}
