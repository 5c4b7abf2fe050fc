package io.rotadesk.staff.duty.morning;

import java.time.LocalDate;

/** What carries a unit's day from its morning to the next; implemented by {@code duty.process}. */
public interface DutyDayProcess {

    /** Starts the day's instance, with the newest model; it waits until the day begins. */
    void start(String unitId, LocalDate day);

    boolean isRunning(String unitId, LocalDate day);

    /** The unit's mornings are at another time now: what waits for one looks at the clock anew. */
    void retime(String unitId);

    /** Something about the day is different: it is announced and looked at again. */
    void changed(String unitId, LocalDate day);
}
