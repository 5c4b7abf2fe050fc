package io.rotadesk.leasing.call;

import io.rotadesk.staff.line.LineWatch;
import io.rotadesk.staff.line.LineWorker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks after the callers whom nobody took, whenever somebody may have become free (L2.1). */
@Component
class WaitingCallersWatch extends LineWatch {

    WaitingCallersWatch(WaitingCallers callers, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        super("waiting-callers", new LineWorker.Lines(callers::units, callers::units, callers::serve), sweep);
    }
}
