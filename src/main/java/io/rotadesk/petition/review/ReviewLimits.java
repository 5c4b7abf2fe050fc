package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.workday.Computation;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.Step;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the deadlines of reviews come about: from the day on which the request came in, without the days of a hearing. */
@Component
public class ReviewLimits {

    private final Matters matters;
    private final Deadlines deadlines;
    private final Units units;

    ReviewLimits(Matters matters, Deadlines deadlines, Units units) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.units = units;
    }

    /** Day by day, with the days of the hearing that is over. */
    public Computation of(Review review) {
        return compute(
                review.unitId(),
                matters.get(review.matterId()),
                review.askedOn(),
                review.hearing().days());
    }

    Instant dueAt(Review review) {
        return deadlines.endOf(review.unitId(), of(review).last());
    }

    Instant dueAt(String unitId, Matter matter, LocalDate askedOn) {
        return deadlines.endOf(
                unitId, compute(unitId, matter, askedOn, Set.of()).last());
    }

    private Computation compute(String unitId, Matter matter, LocalDate askedOn, Set<LocalDate> hearing) {
        return deadlines.compute(unitId, matter.profile(), Step.RECHECK, askedOn, hearing);
    }

    Instant remindAt(Review review) {
        return deadlines.remindAt(review.unitId(), review.dueAt());
    }

    /** By when somebody of the unit has to take a step, such as naming who reviews. */
    Instant stepDue(Review review, Instant from) {
        return deadlines.answer(review.unitId(), from);
    }

    /** The last day on which the petitioner must be told the opinion, by the deadline in force. */
    public LocalDate lastDay(Review review) {
        return deadlines.lastDay(review.unitId(), review.dueAt());
    }

    LocalDate day(String unitId, Instant at) {
        return units.get(unitId).clock().day(at);
    }
}
