package io.rotadesk.staff.duty.morning;

import java.time.LocalDate;

/** The process that takes a unit from one morning to the next; implemented by {@code staff.duty.morning.process}. */
public interface DutyDayProcess {

    /** Starts the day's instance with the newest model; the instance waits until the day begins. */
    void start(String unitId, LocalDate day);

    boolean isRunning(String unitId, LocalDate day);

    /** The unit's mornings moved to another time: timers that wait for a morning are recalculated. */
    void retime(String unitId);

    /** Something about the day changed: it is announced and checked again. */
    void changed(String unitId, LocalDate day);
}
