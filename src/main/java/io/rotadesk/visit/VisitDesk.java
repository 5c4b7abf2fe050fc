package io.rotadesk.visit;

import io.rotadesk.phone.PhoneNumbers;
import io.rotadesk.roster.Queue;
import io.rotadesk.roster.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where visitors are announced, and where the reception says what became of them. Everything may come twice: a visit with
 * the same id and an event that has had its effect are answered and change nothing.
 */
@Service
@Transactional
public class VisitDesk {

    private static final Logger log = LoggerFactory.getLogger(VisitDesk.class);
    private static final String BY_HAND = "BY_HAND";

    private final Units units;
    private final VisitRegister register;
    private final Visitors visitors;
    private final Meetings meetings;
    private final WaitingLine line;
    private final VisitSteps steps;
    private final VisitProcess process;
    private final Clock clock;

    VisitDesk(
            Units units,
            VisitRegister register,
            Visitors visitors,
            Meetings meetings,
            WaitingLine line,
            VisitSteps steps,
            VisitProcess process,
            Clock clock) {
        this.units = units;
        this.register = register;
        this.visitors = visitors;
        this.meetings = meetings;
        this.line = line;
        this.steps = steps;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The answer to an announcement.
     *
     * @param first false when the same visit was announced before
     */
    public record Reception(boolean first, Visit visit) {}

    /**
     * Somebody has come, or will (L3.1, L3.2a): they are entered in the register, and offered or waited for.
     *
     * @throws NoSuchElementException when there is no such unit
     */
    public Reception announce(VisitKey key, Announcement announced) {
        units.leasing(key.unitId());
        boolean first = open(key, "API", announced, null);
        if (first) {
            log.info("Visit {} of {}", key, PhoneNumbers.masked(announced.visitorPhone()));
            process.announced(key);
        }
        return new Reception(first, register.get(key));
    }

    /**
     * Announces a visitor for a person of the unit, as a kiosk would. The same key again is the same visitor, whose button
     * was pressed twice; somebody else, from a page that was gone back to, is a visit of their own.
     *
     * @param login who announces
     * @throws NoSuchElementException when there is no such unit
     */
    public Visit announceByHand(VisitKey key, String login, Announcement announced) {
        units.get(key.unitId());
        if (!open(key, BY_HAND, announced, login)) {
            Visit before = register.get(key);
            return isOf(before, announced)
                    ? before
                    : announceByHand(VisitKey.newByHand(key.unitId()), login, announced);
        }
        process.announced(key);
        return register.get(key);
    }

    private static boolean isOf(Visit visit, Announcement announced) {
        return Objects.equals(visit.visitorName(), announced.visitorName())
                && Objects.equals(visit.visitorPhone(), number(announced));
    }

    /** Enters a visitor whose process somebody has started in Tasklist. */
    public Visit announcedByHand(VisitKey key, String login, Announcement announced) {
        open(key, BY_HAND, announced, login);
        return register.get(key);
    }

    private boolean open(VisitKey key, String source, Announcement announced, String by) {
        return register.open(key, source, announced, number(announced), by, clock.instant());
    }

    private static String number(Announcement announced) {
        return PhoneNumbers.e164(announced.visitorPhone()).orElse(null);
    }

    /**
     * Who comes by appointment is here. If nobody has been sent to meet them yet, somebody is now.
     *
     * @param eventId null when the sender has none
     * @return false when the visit is past it
     * @throws UnknownVisitException when the visit was never announced
     */
    public boolean arrived(VisitKey key, String eventId) {
        Visit visit = lock(key);
        if (repeated(key, eventId) || visit.arrivedAt() != null) {
            return true;
        }
        switch (visit.state()) {
            case EXPECTED -> {
                visitors.arrived(key);
                if (visit.agent() == null) {
                    process.arrived(key);
                }
            }
            case WAITING -> {
                visitors.arrived(key);
                line.here(key);
            }
            case OFFERED -> visitors.arrived(key);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * The visitor has given up waiting.
     *
     * @param eventId null when the sender has none
     * @return false when the visit is past it
     * @throws UnknownVisitException when the visit was never announced
     */
    public boolean left(VisitKey key, String eventId) {
        Visit visit = lock(key);
        if (repeated(key, eventId) || visit.state() == VisitState.LEFT) {
            return true;
        }
        if (visit.state() != VisitState.WAITING) {
            return false;
        }
        process.left(key);
        return true;
    }

    /**
     * The appointment is at another time or place.
     *
     * @param meetingPoint null to leave it as it is
     * @return false when it is too late
     * @throws UnknownVisitException when the visit was never announced
     */
    public boolean move(VisitKey key, Instant appointmentAt, String meetingPoint) {
        Visit visit = lock(key);
        if (visit.state() != VisitState.EXPECTED || visit.arrivedAt() != null) {
            return false;
        }
        boolean same = appointmentAt.equals(visit.appointmentAt())
                && (meetingPoint == null || meetingPoint.equals(visit.meetingPoint()));
        if (!same) {
            meetings.moved(key, appointmentAt, meetingPoint);
            process.moved(key);
        }
        return true;
    }

    /**
     * There will be no visit.
     *
     * @return false when it is too late
     * @throws UnknownVisitException when the visit was never announced
     */
    public boolean cancel(VisitKey key) {
        Visit visit = lock(key);
        if (visit.state() == VisitState.CANCELLED) {
            return true;
        }
        if (visit.state() != VisitState.EXPECTED || visit.arrivedAt() != null) {
            return false;
        }
        meetings.cancelled(key);
        process.cancelled(key);
        return true;
    }

    /**
     * The manager gives somebody in line to an agent, who may be busy, or off duty today.
     *
     * @param agent a login
     * @return false when the visitor is not in line any more
     * @throws UnknownVisitException when the visit was never announced
     */
    public boolean assign(VisitKey key, String agent) {
        Visit visit = lock(key);
        if (visit.waitingFor() == null) {
            return false;
        }
        boolean byHelper = visit.waitingFor() == Queue.HELPER && !agent.equals(visit.owner());
        steps.assigned(key, agent);
        process.turnCame(key, agent, byHelper);
        return true;
    }

    private Visit lock(VisitKey key) {
        return register.lock(key).orElseThrow(() -> new UnknownVisitException(key));
    }

    private boolean repeated(VisitKey key, String eventId) {
        return eventId != null && !register.firstEvent(key, eventId, clock.instant());
    }
}
