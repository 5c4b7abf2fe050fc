package io.rotadesk.staff.line;

import io.rotadesk.staff.duty.DutyChanged;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks after one kind of waiting lines whenever somebody may have become free. Who gets into line and who becomes free cannot
 * miss each other: both look after their own commit, so the later one sees the other.
 */
public abstract class LineWatch implements DisposableBean {

    private final LineWorker worker;
    private final Duration sweep;

    /** @param name of the thread that looks after them */
    protected LineWatch(String name, LineWorker.Lines lines, Duration sweep) {
        this.worker = new LineWorker(name, lines);
        this.sweep = sweep;
    }

    /** Somebody got into the unit's line, or is in it now at their time; call it after the commit. */
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
