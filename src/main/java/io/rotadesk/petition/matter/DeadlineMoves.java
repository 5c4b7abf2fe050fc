package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.MatterLimits.Reckoning;
import io.rotadesk.petition.workday.CalendarChanged;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the deadlines of open matters with the calendar (P4). A deadline that is the last day which its limit allows moves
 * with that day. A day that somebody chose stays, unless the limit now ends before it. Nothing that has passed moves, and
 * nothing moves into the past.
 */
@Service
public class DeadlineMoves {

    /**
     * @param from the last day until now
     * @param to the last day from now on
     * @param promised whether the petitioner was told the day until now
     */
    public record Move(Matter matter, LocalDate from, LocalDate to, boolean promised) {}

    private final MatterRows rows;
    private final MatterLimits limits;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Notices notices;
    private final Units units;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeadlineMoves(
            MatterRows rows,
            MatterLimits limits,
            MatterTimeline timeline,
            Deadlines deadlines,
            Notices notices,
            Units units,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.limits = limits;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.notices = notices;
        this.units = units;
        this.db = db;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The deadlines that such a change of the unit's calendar would move; nothing is changed.
     *
     * @param change changes the calendar; is undone
     */
    public List<Move> preview(String unitId, Runnable change) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return moves(unitId, change);
        });
    }

    /**
     * Changes the unit's calendar, moves the deadlines with it, and tells the responsible persons.
     *
     * @param by the login of the person who changes the calendar; null for none
     * @return the deadlines that were moved
     */
    public List<Move> apply(String unitId, Runnable change, String by) {
        return transaction.execute(status -> {
            List<Move> moves = moves(unitId, change);
            moves.forEach(move -> move(move, by));
            events.publishEvent(new CalendarChanged(unitId));
            return moves;
        });
    }

    private List<Move> moves(String unitId, Runnable change) {
        List<Matter> open = open(unitId);
        Map<MatterId, Reckoning> before = new LinkedHashMap<>();
        open.forEach(matter -> limits.of(matter).ifPresent(one -> before.put(matter.id(), one)));
        change.run();
        List<Move> moves = new ArrayList<>();
        for (Matter matter : open) {
            Reckoning now = before.containsKey(matter.id()) ? limits.of(matter).orElseThrow() : null;
            if (now != null) {
                LocalDate from = now.lastDay();
                LocalDate to = to(matter, before.get(matter.id()), now);
                if (!to.equals(from)) {
                    moves.add(new Move(matter, from, to, now.promised()));
                }
            }
        }
        return moves;
    }

    private LocalDate to(Matter matter, Reckoning before, Reckoning now) {
        LocalDate limit = now.computation().last();
        boolean beyond = before.isEarlier() && now.lastDay().isAfter(limit);
        if (!before.isWhole() && !beyond) {
            return now.lastDay();
        }
        LocalDate today = units.get(matter.unitId()).clock().day(clock.instant());
        return limit.isBefore(today) ? today : limit;
    }

    /** The open matters of the unit and of those below whose deadlines have not passed, in the order of these. */
    private List<Matter> open(String unitId) {
        String[] ids = Stream.concat(
                        Stream.of(unitId), units.below(unitId).stream().map(Unit::id))
                .toArray(String[]::new);
        return db.sql("""
                        select * from matter
                        where unit_id = any (:units) and state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')
                          and due_at > :now order by due_at, id
                        """)
                .param("units", ids)
                .param("now", Timestamp.from(clock.instant()))
                .query(MatterRows.MATTERS)
                .list();
    }

    private void move(Move move, String by) {
        Matter matter = rows.hold(move.matter().id());
        Instant from = matter.dueAt();
        if (!matter.isOpen() || !move.matter().dueAt().equals(from)) {
            // Somebody was faster: it has another deadline by now.
            return;
        }
        Instant to = deadlines.endOf(matter.unitId(), move.to());
        Matter moved = rows.save(matter, matter.dueMoved(to));
        timeline.add(moved, TimelineKind.DEADLINE_MOVED, by, move.from() + " → " + move.to());
        promise(
                "update matter_plan set deadline = :to where matter_id = :matter and deadline = :from",
                matter,
                from,
                to);
        promise(
                "update matter_extension set until = :to where matter_id = :matter and until = :from",
                matter,
                from,
                to);
        // Approved, but not told yet: a day that the deadline has passed by now would be less time.
        promise("""
                        update matter_extension set until = :to
                        where matter_id = :matter and decision = 'APPROVED' and told_at is null
                          and until > :from and until < :to
                        """, matter, from, to);
        if (matter.responsible() != null) {
            notices.tellAgain(
                    move.promised() ? NoticeKind.DEADLINE_TO_TELL : NoticeKind.DEADLINE_MOVED,
                    matter.unitId(),
                    matter.responsible(),
                    matter.id().value(),
                    "/desk/matters/" + matter.id(),
                    matter.number(),
                    move.from().toString(),
                    move.to().toString());
        }
        events.publishEvent(new DeadlineMoved(moved, from, to));
    }

    /** What is printed for the petitioner has the new day; the timeline keeps the old one. */
    private void promise(String update, Matter matter, Instant from, Instant to) {
        db.sql(update)
                .param("to", Timestamp.from(to))
                .param("matter", matter.id().value())
                .param("from", Timestamp.from(from))
                .update();
    }
}
