package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterDeadlines;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The due times of tasks and timers about a matter, by the unit's calendar and settings. */
@Component
class MatterTimes {

    private final Matters matters;
    private final MatterDeadlines matterDeadlines;
    private final MatterPlans plans;
    private final Extensions extensions;
    private final LargeScaleEvents events;
    private final Deadlines deadlines;
    private final PetitionSettingsStore settings;
    private final Units units;
    private final Clock clock;

    MatterTimes(
            Matters matters,
            MatterDeadlines matterDeadlines,
            MatterPlans plans,
            Extensions extensions,
            LargeScaleEvents events,
            Deadlines deadlines,
            PetitionSettingsStore settings,
            Units units,
            Clock clock) {
        this.matters = matters;
        this.matterDeadlines = matterDeadlines;
        this.plans = plans;
        this.extensions = extensions;
        this.events = events;
        this.deadlines = deadlines;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    Date deadline(MatterId matterId) {
        Matter matter = matters.get(matterId);
        return matter.dueAt() == null ? null : Date.from(matter.dueAt());
    }

    Date remindAt(MatterId matterId) {
        return Date.from(matterDeadlines.remindAt(matterId));
    }

    boolean isNear(MatterId matterId) {
        return matterDeadlines.isNear(matterId);
    }

    boolean isMissed(MatterId matterId) {
        return matterDeadlines.isMissed(matterId);
    }

    /** The latest day that the plan can name, as a date. */
    String proposedDeadline(MatterId matterId) {
        return plans.latestDay(matterId).toString();
    }

    /** The day that is asked for, as a date; null if none is. */
    String extensionAsked(MatterId matterId) {
        return extensions
                .pending(matterId)
                .map(asked -> lastDay(matters.get(matterId), asked.askedUntil()).toString())
                .orElse(null);
    }

    Date answerDue(MatterId matterId) {
        return Date.from(answerDue(matters.get(matterId), clock.instant()));
    }

    Date objectDue(String unitId) {
        return Date.from(deadlines.object(unitId, clock.instant()));
    }

    /** After twice the time. */
    Date answerTellAt(MatterId matterId) {
        Matter matter = matters.get(matterId);
        Instant lastDay = answerDue(matter, clock.instant()).minusNanos(1);
        return Date.from(answerDue(matter, lastDay));
    }

    private Instant answerDue(Matter matter, Instant from) {
        return deadlines.answer(matter.unitId(), from);
    }

    /** Before the first alert is recorded it counts from now. */
    Date alertUntil(MatterId matterId) {
        Matter matter = matters.get(matterId);
        return Date.from(
                events.alerts(matterId).isEmpty()
                        ? clock.instant().plus(settings.of(matter.unitId()).alertTime())
                        : events.alertUntil(matterId));
    }

    /** The last day of a deadline, which is what people call the deadline. */
    LocalDate lastDay(Matter matter, Instant deadline) {
        return deadlines.lastDay(matter.unitId(), deadline);
    }

    /** The day on which the petitioner came. */
    String day(Matter visit) {
        Instant came = visit.receivedAt() == null ? visit.openedAt() : visit.receivedAt();
        return units.get(visit.unitId()).clock().day(came).toString();
    }

    /** The years until this day that have no calendar. */
    Collection<Year> unknownYears(Matter matter, LocalDate until) {
        LocalDate today = units.get(matter.unitId()).clock().day(clock.instant());
        return deadlines.unknownYears(matter.unitId(), today, until);
    }

    /** A time in the local time of the matter's unit. */
    String at(Matter matter, Instant instant) {
        return units.get(matter.unitId()).clock().dayAndTime(instant);
    }
}
