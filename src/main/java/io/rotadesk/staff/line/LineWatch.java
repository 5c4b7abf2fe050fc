package io.rotadesk.staff.line;

import io.rotadesk.staff.duty.DutyChanged;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Watches one kind of waiting line, and serves it whenever somebody may have become free. Joining a line and becoming
 * free cannot miss each other: each looks at the line after its own commit, so the later one sees the other.
 */
public abstract class LineWatch implements DisposableBean {

    private final LineWorker worker;
    private final Duration sweep;

    /** @param name of the thread that serves the lines */
    protected LineWatch(String name, LineWorker.Lines lines, Duration sweep) {
        this.worker = new LineWorker(name, lines);
        this.sweep = sweep;
    }

    /** Somebody joined the unit's line, or their appointment in it has come; call it after the commit. */
    protected void lineChanged(String unitId) {
        worker.note(unitId, null);
    }

    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        worker.start(sweep);
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void dutyChanged(DutyChanged changed) {
        worker.note(changed.unitId(), changed.login());
    }

    @Override
    public void destroy() {
        worker.close();
    }
}
