package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDayBegun;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.duty.morning.Finding.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a unit's day in the morning, checks it, and applies the manager's decision (L1.1). */
@Component
public class DutyMornings {

    /** The outcome of beginning a day. */
    public enum Beginning {
        ON_DUTY,
        CLOSED,
        /** The date has passed, or the day had begun already. */
        PAST
    }

    private final Units units;
    private final DutyDays days;
    private final DayOrders orders;
    private final MorningRows rows;
    private final Findings findings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DutyMornings(
            Units units,
            DutyDays days,
            DayOrders orders,
            MorningRows rows,
            Findings findings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.units = units;
        this.days = days;
        this.orders = orders;
        this.rows = rows;
        this.findings = findings;
        this.clock = clock;
        this.events = events;
    }

    /** Begins the day, once. A missed day is not begun later. Publishes {@link DutyDayBegun}. */
    @Transactional
    public Beginning begin(String unitId, LocalDate day) {
        days.hold(unitId);
        if (!day.equals(days.date(unitId)) || !rows.insert(unitId, day, clock.instant())) {
            return Beginning.PAST;
        }
        days.makeAhead(unitId);
        DutyDay duty = days.on(unitId, day);
        events.publishEvent(new DutyDayBegun(unitId, day));
        return duty.closed() ? Beginning.CLOSED : Beginning.ON_DUTY;
    }

    public Optional<DutyMorning> find(String unitId, LocalDate day) {
        return rows.find(unitId, day);
    }

    /**
     * The time at which the unit's day begins. A time that the clocks skip moves forward by the gap; of a time that
     * comes twice the first one counts.
     */
    public Instant beginsAt(String unitId, LocalDate day) {
        UnitSettings settings = units.get(unitId).settings();
        return day.atTime(settings.get(DutySettings.class).dutyBegins())
                .atZone(settings.zone())
                .toInstant();
    }

    /** The first day from today on that has not begun. */
    public LocalDate nextDay(String unitId) {
        LocalDate day = days.date(unitId);
        while (rows.exists(unitId, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The time at which {@link #nextDay} begins; in the past if the day should have begun by now. */
    public Instant nextMorning(String unitId) {
        return beginsAt(unitId, nextDay(unitId));
    }

    /** The findings about the day, unless somebody has decided to go on with them. */
    @Transactional
    public List<Finding> toDecide(String unitId, LocalDate day) {
        List<Finding> found = findings.of(unitId, day);
        String marks = marks(found);
        boolean accepted =
                rows.find(unitId, day).map(DutyMorning::accepted).orElse("").equals(marks);
        return accepted ? List.of() : found;
    }

    /**
     * Whether the manager must decide in the morning. A decision to carry on is still valid the next day unless the
     * findings have changed; but if nobody is on duty, the manager is always asked.
     */
    @Transactional
    public boolean needsDecision(String unitId, LocalDate day) {
        List<Finding> found = toDecide(unitId, day);
        boolean nobody = found.stream().anyMatch(finding -> finding.kind() == Kind.NOBODY);
        boolean asYesterday = !nobody
                && rows.before(unitId, day)
                        .filter(before -> before.decision() == null || before.decidedBy() != null)
                        .map(DutyMorning::accepted)
                        .filter(marks(found)::equals)
                        .isPresent();
        boolean needed = !found.isEmpty() && !asYesterday;
        if (asYesterday && !found.isEmpty()) {
            rows.accepted(unitId, day, marks(found));
        }
        rows.asked(unitId, day, needed ? marks(found) : null);
        return needed;
    }

    /**
     * Whether the manager is already being asked about exactly these findings, so that there is no need to ask again.
     */
    boolean isAsked(String unitId, LocalDate day) {
        String marks = marks(toDecide(unitId, day));
        return rows.find(unitId, day)
                .map(DutyMorning::asked)
                .filter(marks::equals)
                .isPresent();
    }

    /**
     * The possible decisions about these findings; the first one applies when the time runs out. A unit without teams
     * has one queue, which everybody is in anyway.
     */
    public List<DutyDecision> choices(String unitId, List<Finding> found) {
        boolean teams = units.get(unitId).kind().hasTeams();
        boolean nobody = found.stream().anyMatch(finding -> finding.kind() == Kind.NOBODY);
        boolean somebody =
                found.stream().filter(finding -> finding.kind() == Kind.NOBODY).count() < 2;
        boolean roster = found.stream().anyMatch(finding -> finding.kind() == Kind.ROSTER_CHANGED);
        return Stream.of(
                        teams && nobody && somebody ? DutyDecision.EVERYBODY : null,
                        DutyDecision.GO_ON,
                        teams ? DutyDecision.SWAP : null,
                        !teams || nobody && somebody ? null : DutyDecision.EVERYBODY,
                        roster ? DutyDecision.TAKE_ROSTER : null,
                        DutyDecision.CLOSE)
                .filter(choice -> choice != null)
                .toList();
    }

    /**
     * Puts a decision into effect.
     *
     * @param decision null for the default, when the time has run out
     * @param by login; null if nobody decided
     */
    @Transactional
    public void decide(String unitId, LocalDate day, DutyDecision decision, String by) {
        DutyDecision what = decision != null
                ? decision
                : choices(unitId, toDecide(unitId, day)).get(0);
        days.hold(unitId);
        DutyDay duty = days.on(unitId, day);
        switch (what) {
            case GO_ON -> {}
            case SWAP -> days.overrideRoles(unitId, day, duty.visitTeam());
            case EVERYBODY -> everybody(unitId, day, duty);
            case TAKE_ROSTER -> orders.renewed(unitId, day);
            case CLOSE -> days.close(unitId, day, "");
        }
        rows.decided(unitId, day, what, by, clock.instant());
        rows.accepted(unitId, day, marks(findings.of(unitId, day)));
    }

    private void everybody(String unitId, LocalDate day, DutyDay duty) {
        List<String> calls = logins(duty, Queue.CALL);
        List<String> visits = logins(duty, Queue.VISIT);
        days.overrideOrder(unitId, day, Queue.CALL, joined(calls, visits));
        days.overrideOrder(unitId, day, Queue.VISIT, joined(visits, calls));
        days.overrideOrder(unitId, day, Queue.HELPER, joined(visits, calls));
    }

    private static List<String> logins(DutyDay duty, Queue queue) {
        return duty.order().getOrDefault(queue, List.of()).stream()
                .filter(agent -> !agent.left())
                .map(agent -> agent.login())
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }

    private static String marks(List<Finding> found) {
        return found.stream().map(Finding::mark).collect(Collectors.joining(";"));
    }
}
