package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.Extensions.Decision;
import io.rotadesk.petition.matter.Extensions.Extension;
import io.rotadesk.petition.matter.MatterPlans.Plan;
import io.rotadesk.petition.workday.Computation;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.Step;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the deadlines of matters come about (P4): from the facts in the register, by the calendar and the settings of now.
 * Nothing of that is stored, so a deadline that was set by other settings does not agree with its computation.
 */
@Service
@Transactional(readOnly = true)
public class MatterLimits {

    /**
     * How a deadline comes about.
     *
     * @param computation of the last day that the step may take
     * @param lastDay the last day of the deadline in force
     * @param promised whether the petitioner was told this day
     */
    public record Reckoning(Computation computation, LocalDate lastDay, boolean promised) {

        /** Whether the deadline in force is the last day that the step may take. */
        public boolean isWhole() {
            return lastDay.equals(computation.last());
        }

        /** Whether somebody has chosen an earlier day. */
        public boolean isEarlier() {
            return lastDay.isBefore(computation.last());
        }
    }

    private final MatterPlans plans;
    private final Extensions extensions;
    private final Deadlines deadlines;
    private final Units units;

    MatterLimits(MatterPlans plans, Extensions extensions, Deadlines deadlines, Units units) {
        this.plans = plans;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.units = units;
    }

    /** @return empty if the matter has no deadline, or nothing says from when it is counted */
    public Optional<Reckoning> of(Matter matter) {
        if (matter.dueAt() == null) {
            return Optional.empty();
        }
        return begins(matter)
                .map(begins -> new Reckoning(
                        deadlines.compute(matter.unitId(), matter.profile(), step(matter.dueKind()), begins),
                        lastDay(matter, matter.dueAt()),
                        isPromised(matter)));
    }

    /** A promise stays one after a transfer, when a new plan is to be set. */
    private static boolean isPromised(Matter matter) {
        return switch (matter.dueKind()) {
            case ACCEPT -> false;
            case HANDLE, EXTENDED -> true;
            case REVIEW -> matter.isPlanned();
        };
    }

    private static Step step(DueKind kind) {
        return switch (kind) {
            case ACCEPT -> Step.ACCEPT;
            case HANDLE -> Step.HANDLE;
            case EXTENDED -> Step.EXTEND;
            case REVIEW -> Step.REVIEW;
        };
    }

    /** The day of the event from which the deadline is counted. */
    private Optional<LocalDate> begins(Matter matter) {
        return switch (matter.dueKind()) {
            case ACCEPT -> day(matter, matter.receivedAt());
            case HANDLE -> plans.first(matter).flatMap(plan -> day(matter, plan.toldAt()));
            case EXTENDED -> extended(matter);
            case REVIEW -> day(matter, matter.reopenedAt());
        };
    }

    /** As {@link Extensions} counted it, from the deadline that was in force before. */
    private Optional<LocalDate> extended(Matter matter) {
        List<Extension> approved = extensions.all(matter.id()).stream()
                .filter(one -> one.decision() == Decision.APPROVED)
                .filter(one -> matter.reopenedAt() == null || !one.askedAt().isBefore(matter.reopenedAt()))
                // One that the petitioner was not told of does not count yet; earlier versions did not wait for that.
                .filter(one -> one.toldAt() != null || matter.dueAt().equals(one.until()))
                .toList();
        if (approved.isEmpty()) {
            return Optional.empty();
        }
        Extension last = approved.get(approved.size() - 1);
        Optional<Instant> before = approved.size() > 1
                ? Optional.of(approved.get(approved.size() - 2).until())
                : plans.all(matter.id()).stream()
                        .filter(plan -> !plan.setAt().isAfter(last.askedAt()))
                        .reduce((one, later) -> later)
                        .map(Plan::deadline);
        return before.map(deadline -> lastDay(matter, extensions.base(matter, deadline, last.askedAt())));
    }

    private LocalDate lastDay(Matter matter, Instant deadline) {
        return deadlines.lastDay(matter.unitId(), deadline);
    }

    private Optional<LocalDate> day(Matter matter, Instant instant) {
        return Optional.ofNullable(instant)
                .map(at -> units.get(matter.unitId()).clock().day(at));
    }
}
