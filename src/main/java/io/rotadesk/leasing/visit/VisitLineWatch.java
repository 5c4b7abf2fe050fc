package io.rotadesk.leasing.visit;

import io.rotadesk.staff.line.LineWatch;
import io.rotadesk.staff.line.LineWorker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Watches the line of visitors (L3.1). */
@Component
class VisitLineWatch extends LineWatch {

    VisitLineWatch(WaitingLine line, LineTurns turns, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        super("waiting-line", new LineWorker.Lines(line::units, line::units, turns::serve), sweep);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void lineChanged(LineChanged changed) {
        lineChanged(changed.unitId());
    }
}
