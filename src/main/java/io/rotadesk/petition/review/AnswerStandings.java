package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.ReopeningRule;
import io.rotadesk.petition.workday.Computation;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.Step;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How the answers of matters stand (articles 35 and 36): until when the petitioner may ask the next level up, and whether the answer is
 * final, since that level has given its last opinion or nobody has asked in time. What was explained on the spot is no written answer:
 * it is never final.
 */
@Component
public class AnswerStandings implements ReopeningRule {

    private static final List<String> NO_ANSWER =
            List.of(MatterClosing.SETTLED_ON_THE_SPOT, MatterClosing.SETTLED_ON_SCENE);

    private final ReviewRows rows;
    private final Deadlines deadlines;
    private final Units units;
    private final Clock clock;

    AnswerStandings(ReviewRows rows, Deadlines deadlines, Units units, Clock clock) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.units = units;
        this.clock = clock;
    }

    public AnswerStanding of(Matter matter) {
        if (!isAnswered(matter)) {
            return AnswerStanding.NONE;
        }
        Review last = last(matter).orElse(null);
        if (last == null) {
            return from(matter, Stage.REVIEW, matter.unitId(), matter.replyToldAt());
        }
        if (last.isOpen()) {
            return AnswerStanding.underReview(last);
        }
        if (last.outcome() == Outcome.LATE) {
            return AnswerStanding.over(last.askBy().plusDays(1));
        }
        return last.stage() == Stage.REVIEW
                ? from(matter, Stage.RECHECK, last.unitId(), last.toldAt())
                : AnswerStanding.over(day(last.unitId(), last.toldAt()));
    }

    /** Whether the matter is closed with an answer against which the petitioner can turn. */
    private static boolean isAnswered(Matter matter) {
        return matter.isClosed() && matter.replyToldAt() != null && !NO_ANSWER.contains(matter.outcome());
    }

    /** The last review of the present answer. */
    private Optional<Review> last(Matter matter) {
        return rows.of(matter.id()).stream()
                .filter(one -> one.round() == matter.reopened() && one.state() != ReviewState.ABANDONED)
                .reduce((one, later) -> later);
    }

    private AnswerStanding from(Matter matter, Stage next, String ofUnit, Instant toldAt) {
        LocalDate told = day(ofUnit, toldAt);
        Computation askBy = deadlines.compute(ofUnit, matter.profile(), Step.APPEAL, told);
        boolean over = day(ofUnit, clock.instant()).isAfter(askBy.last());
        Unit above = units.above(ofUnit).stream().findFirst().orElse(null);
        return new AnswerStanding(
                null,
                next,
                ofUnit,
                told,
                above,
                askBy,
                over,
                over ? askBy.last().plusDays(1) : null);
    }

    private LocalDate day(String unitId, Instant at) {
        return units.get(unitId).clock().day(at);
    }

    @Override
    public Optional<Kept> kept(Matter closed) {
        AnswerStanding standing = of(closed);
        if (standing.open() != null) {
            return Optional.of(Kept.UNDER_REVIEW);
        }
        if (standing.isFinal()) {
            return Optional.of(Kept.FINAL);
        }
        return standing.next() == Stage.RECHECK ? Optional.of(Kept.REVIEWED) : Optional.empty();
    }
}
