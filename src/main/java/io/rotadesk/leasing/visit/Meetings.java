package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.CustomerStatusRule;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles appointments (L3.2a). The agent who meets the visitor is named ahead of time and goes on working until then.
 * The turn is taken at the meeting; the agent's own customer takes none.
 */
@Service
@Transactional
public class Meetings {

    private static final Set<TurnReason> NOT_HERE = EnumSet.of(
            TurnReason.AWAY, TurnReason.NOT_LOGGED_IN, TurnReason.NO_PAGE, TurnReason.ON_LEAVE, TurnReason.LEFT);

    private final Units units;
    private final Rota rota;
    private final MeetingBookings bookings;
    private final VisitProcess process;
    private final Visitors visitors;
    private final CustomerStatusRule status;
    private final MeetingRows rows;
    private final Visits visits;
    private final Clock clock;

    Meetings(
            Units units,
            Rota rota,
            MeetingBookings bookings,
            VisitProcess process,
            Visitors visitors,
            CustomerStatusRule status,
            MeetingRows rows,
            Visits visits,
            Clock clock) {
        this.units = units;
        this.rota = rota;
        this.bookings = bookings;
        this.process = process;
        this.visitors = visitors;
        this.status = status;
        this.rows = rows;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Chooses the agent who meets the visitor: the earlier agent if the last contact still counts, the one who was asked for, or the next in the day's
     * order who meets nobody else then.
     *
     * @return the agent's login; empty if nobody is on duty
     */
    public Optional<String> choose(VisitKey key) {
        visitors.find(key);
        Visit visit = visits.get(key);
        DutyBoard today = rota.today(key.unitId());
        String earlier = visit.known().priorAgent() != null && isActive(visit)
                ? visit.known().priorAgent()
                : null;
        String askedFor = visit.announced().askedFor() == null
                ? null
                : visitors.named(key.unitId(), visit.announced().askedFor())
                        .map(agent -> agent.login())
                        .orElse(null);
        Optional<String> agent = Stream.of(earlier, askedFor)
                .filter(Objects::nonNull)
                .filter(login -> isHere(today, login))
                .findFirst()
                .or(() -> next(visit, today));
        visits.save(visit, visit.toBeMetBy(agent.orElse(null), meetBy(visit)));
        agent.ifPresent(login -> bookings.chosen(visits.get(key), login, meetBy(visit)));
        return agent;
    }

    private boolean isActive(Visit visit) {
        return status.isActive(visit.unitId(), visit.at(), visit.prior());
    }

    private Optional<String> next(Visit visit, DutyBoard today) {
        DutyBoard.QueueBoard queue = today.queues().get(Queue.VISIT);
        if (today.closed() || queue == null) {
            return Optional.empty();
        }
        Set<String> meeting = rows.meeting(visit.unitId(), visit.key());
        List<String> inOrder = Stream.concat(
                        queue.upNext().stream(),
                        queue.order().stream().map(seat -> seat.agent().login()))
                .distinct()
                .filter(login -> isHere(today, login))
                .toList();
        return inOrder.stream()
                .filter(login -> !meeting.contains(login))
                .findFirst()
                .or(() -> inOrder.stream().findFirst());
    }

    /** Agents on no team today count as present. */
    private static boolean isHere(DutyBoard today, String login) {
        return today.queues().values().stream()
                .flatMap(queue -> queue.order().stream())
                .filter(seat -> seat.agent().login().equals(login))
                .noneMatch(seat -> NOT_HERE.contains(seat.unavailable()));
    }

    /** The time at which the agent gets the task (L3.2a). */
    public Instant meetAt(Visit visit) {
        return visit.coming()
                .appointmentAt()
                .minus(settings(visit).get(VisitSettings.class).meetLead());
    }

    /**
     * The time at which the agent has to be at the meeting point (L3.2a); for a visitor who comes earlier, as soon as
     * for a walk-in.
     */
    public Instant meetBy(Visit visit) {
        Instant usual = visit.coming()
                .appointmentAt()
                .minus(settings(visit).get(VisitSettings.class).meetBefore());
        Instant here = visit.coming().arrivedAt() == null
                ? usual
                : visit.coming()
                        .arrivedAt()
                        .plus(settings(visit).get(VisitSettings.class).greetTime());
        return here.isBefore(usual) ? here : usual;
    }

    /**
     * Records that the agent and the visitor have met. A turn is taken now, unless the customer is the agent's own.
     */
    public void met(VisitKey key, String agent) {
        visitors.arrived(key);
        Visit visit = visits.get(key);
        Visit met = visit.metBy(agent);
        bookings.over(key);
        TurnCause noTurn = agent.equals(visit.known().priorAgent()) && isActive(visit)
                ? TurnCause.OWN_CUSTOMER
                : agent.equals(visit.known().receivedTodayBy()) ? TurnCause.RETURNED : null;
        if (noTurn == null) {
            rota.logged(key.unitId(), Queue.VISIT, key.contact(), agent);
        } else {
            rota.offerTo(key.unitId(), Queue.VISIT, key.contact(), agent, noTurn);
            rota.engaged(key.contact(), agent);
        }
        visits.save(visit, met);
    }

    /** The visitor is here: the agent who meets them hears of it at once. */
    void arrived(VisitKey key) {
        Visit visit = visits.get(key);
        bookings.arrived(visit);
        process.isHere(
                key,
                visit.coming()
                        .arrivedAt()
                        .plus(settings(visit).get(VisitSettings.class).greetTime()));
    }

    /** Records the agent's report: met, late, or did not come. */
    public void arrival(VisitKey key, String arrival) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.arrivalIs(arrival));
    }

    public void didNotCome(VisitKey key) {
        Visit visit = visits.get(key);
        bookings.over(key);
        visits.save(visit, visit.didNotCome());
    }

    /** Moves the appointment to another time or place: the agent is chosen again. */
    void moved(VisitKey key, Instant at, String meetingPoint) {
        Visit visit = visits.get(key);
        bookings.moved(key);
        visits.save(visit, visit.movedTo(at, meetingPoint));
    }

    void cancelled(VisitKey key) {
        Visit visit = visits.get(key);
        bookings.over(key);
        visits.save(visit, visit.cancelled());
    }

    Instant now() {
        return clock.instant();
    }

    private UnitSettings settings(Visit visit) {
        return units.get(visit.unitId()).settings();
    }
}
