package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that each unit whose people take turns has an instance for its day, or one that waits for its next
 * morning.
 */
@Component
public class DutyDayStarter {

    private static final Logger log = LoggerFactory.getLogger(DutyDayStarter.class);

    private final Units units;
    private final DutyDays days;
    private final MorningRows rows;
    private final DutyMornings mornings;
    private final DutyNotices notices;
    private final Findings findings;
    private final DutyDayProcess process;

    DutyDayStarter(
            Units units,
            DutyDays days,
            MorningRows rows,
            DutyMornings mornings,
            DutyNotices notices,
            Findings findings,
            DutyDayProcess process) {
        this.units = units;
        this.days = days;
        this.rows = rows;
        this.mornings = mornings;
        this.notices = notices;
        this.findings = findings;
        this.process = process;
    }

    /**
     * Starts today's instance if today has not begun, else the next day's if no instance waits for it. Safe to call at
     * any time, from any node: one node starts it, the others find it started. A unit in which nobody takes turns has
     * none.
     */
    @Transactional
    public void start(String unitId) {
        days.hold(unitId);
        if (!findings.takesTurns(unitId)) {
            return;
        }
        LocalDate today = days.date(unitId);
        LocalDate next = mornings.nextDay(unitId);
        boolean carriedOn = !next.equals(today) && process.isRunning(unitId, today);
        if (!carriedOn && !process.isRunning(unitId, next)) {
            process.start(unitId, next);
            log.info("The duty day {} of unit {} is on its way", next, unitId);
        }
    }

    /** As {@link #start(String)} for all units. */
    @Transactional
    public void startMissing() {
        units.all().forEach(unit -> start(unit.id()));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void startNow(String unitId) {
        start(unitId);
    }

    /** The unit changed, so its mornings may be at another time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void retimeNow(Unit unit) {
        process.retime(unit.id());
    }

    /** Announces and checks the unit's day again, if it has begun. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void changedNow(String unitId) {
        LocalDate today = days.date(unitId);
        if (rows.exists(unitId, today)) {
            days.hold(unitId);
            if (mornings.isAsked(unitId, today)) {
                // The manager may be working on the task just now, so it stays as it is.
                notices.announce(unitId, today);
            } else {
                process.changed(unitId, today);
            }
        }
    }
}
