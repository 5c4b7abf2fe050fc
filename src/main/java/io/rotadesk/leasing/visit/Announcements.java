package io.rotadesk.leasing.visit;

import io.rotadesk.engine.EitherWay;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes announcements of visitors, and the front desk's reports about them. Everything may come twice: a visit with a
 * known id, and an event that has already taken effect, are answered and change nothing.
 */
@Service
public class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    private static final String BY_HAND = "BY_HAND";

    private final Units units;
    private final Visits visits;
    private final Visitors visitors;
    private final Meetings meetings;
    private final WaitingLine line;
    private final VisitSteps steps;
    private final VisitProcess process;
    private final EitherWay eitherWay;
    private final Clock clock;

    Announcements(
            Units units,
            Visits visits,
            Visitors visitors,
            Meetings meetings,
            WaitingLine line,
            VisitSteps steps,
            VisitProcess process,
            EitherWay eitherWay,
            Clock clock) {
        this.units = units;
        this.visits = visits;
        this.visitors = visitors;
        this.meetings = meetings;
        this.line = line;
        this.steps = steps;
        this.process = process;
        this.eitherWay = eitherWay;
        this.clock = clock;
    }

    /**
     * The answer to an announcement.
     *
     * @param first false if the same visit was announced before
     */
    public record AnnouncementReceipt(boolean first, Visit visit) {}

    /**
     * Enters a visitor who has come, or will come, in the register, and offers or expects them (L3.1, L3.2a).
     *
     * @throws NoSuchElementException if there is no such unit
     */
    public AnnouncementReceipt announce(VisitKey key, Announcement announced) {
        return eitherWay.start(key.unitId(), key.toString(), withoutModel -> {
            units.leasing(key.unitId());
            boolean first = enter(key, "API", announced, null);
            if (first) {
                log.info("Visit {} of {}", key, PhoneNumbers.masked(announced.visitorPhone()));
                begin(key, withoutModel);
            }
            return new AnnouncementReceipt(first, visits.get(key));
        });
    }

    /** If the model fails, the visitor is in the register, and the sweep starts the process as soon as it can. */
    private void begin(VisitKey key, boolean withoutModel) {
        if (withoutModel) {
            goesOnWithoutModel(key);
        } else {
            process.announced(key);
            if (visits.get(key).state() == VisitState.ARRIVED) {
                throw ModelFailedException.withoutEffect(VisitsWithoutProcess.PROCESS);
            }
        }
    }

    private void goesOnWithoutModel(VisitKey key) {
        process.remove(key);
        Visit visit = visits.get(key);
        visits.save(visit, visit.withoutModel());
    }

    /**
     * Announces a visitor for a person of the unit, as a kiosk would. The same key again means that the button was
     * pressed twice; but another visitor, from a page that the person went back to, is another visit.
     *
     * @param login the person who announces
     * @throws NoSuchElementException if there is no such unit
     */
    public Visit announceByHand(VisitKey key, String login, Announcement announced) {
        Optional<Visit> visit = eitherWay.start(key.unitId(), key.toString(), withoutModel -> {
            units.get(key.unitId());
            if (enter(key, BY_HAND, announced, login)) {
                begin(key, withoutModel);
            } else if (!isOf(visits.get(key), announced)) {
                return Optional.empty();
            }
            return visits.find(key);
        });
        return visit.orElseGet(() -> announceByHand(VisitKey.newByHand(key.unitId()), login, announced));
    }

    private boolean isOf(Visit visit, Announcement announced) {
        return Objects.equals(visit.announced().name(), announced.visitorName())
                && Objects.equals(
                        visit.announced().phone(),
                        number(visit.key(), announced).e164());
    }

    /** Enters a visitor whose process somebody has started in Tasklist. */
    @Transactional
    public Visit announcedByHand(VisitKey key, String login, Announcement announced) {
        enter(key, BY_HAND, announced, login);
        return visits.get(key);
    }

    private boolean enter(VisitKey key, String source, Announcement announced, String by) {
        return visits.enter(key, source, announced, number(key, announced), by, clock.instant());
    }

    private SentNumber number(VisitKey key, Announcement announced) {
        return SentNumber.read(
                announced.visitorPhone(), units.get(key.unitId()).settings().numbering());
    }

    /**
     * Records that a visitor with an appointment is here. If nobody has been sent to meet them yet, somebody is sent
     * now.
     *
     * @param eventId null if the sender has none
     * @return false if the visit is past it
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean arrived(VisitKey key, String eventId) {
        return goOn(key, withoutModel -> arrived(key, eventId, withoutModel));
    }

    private boolean arrived(VisitKey key, String eventId, boolean withoutModel) {
        Visit visit = lock(key);
        if (repeated(key, eventId) || visit.coming().arrivedAt() != null) {
            return true;
        }
        switch (visit.state()) {
            case EXPECTED -> {
                visitors.arrived(key);
                if (withoutModel || !visit.guided()) {
                    goesOnWithoutModel(key);
                } else if (visit.host().agent() == null) {
                    process.arrived(key);
                } else {
                    meetings.arrived(key);
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
     * Records that the visitor has given up waiting.
     *
     * @param eventId null if the sender has none
     * @return false if the visit is past it
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean left(VisitKey key, String eventId) {
        return goOn(key, withoutModel -> left(key, eventId, withoutModel));
    }

    private boolean left(VisitKey key, String eventId, boolean withoutModel) {
        Visit visit = lock(key);
        if (repeated(key, eventId) || visit.state() == VisitState.LEFT) {
            return true;
        }
        boolean nobodysYet = !visit.guided() && visit.state() == VisitState.ARRIVED;
        if (visit.state() != VisitState.WAITING && !nobodysYet) {
            return false;
        }
        if (withoutModel || !visit.guided()) {
            goesOnWithoutModel(key);
            steps.left(key);
        } else {
            process.left(key);
        }
        return true;
    }

    /**
     * The front desk entered the visitor by mistake, and an agent is on the way: they need not come.
     *
     * @return false if nobody is on the way, or somebody is with the visitor
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean withdraw(VisitKey key) {
        return goOn(key, withoutModel -> {
            Visit visit = lock(key);
            if (visit.state() == VisitState.CANCELLED) {
                return true;
            }
            if (visit.state() != VisitState.OFFERED || visit.host().greetedBy() != null) {
                return false;
            }
            steps.withdrawn(visit);
            process.remove(key);
            return true;
        });
    }

    /**
     * Moves the appointment to another time or place.
     *
     * @param meetingPoint null to leave it as it is
     * @return false if it is too late
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean move(VisitKey key, Instant appointmentAt, String meetingPoint) {
        return goOn(key, withoutModel -> move(key, appointmentAt, meetingPoint, withoutModel));
    }

    private boolean move(VisitKey key, Instant appointmentAt, String meetingPoint, boolean withoutModel) {
        Visit visit = lock(key);
        if (visit.state() != VisitState.EXPECTED || visit.coming().arrivedAt() != null) {
            return false;
        }
        boolean same = appointmentAt.equals(visit.coming().appointmentAt())
                && (meetingPoint == null || meetingPoint.equals(visit.coming().meetingPoint()));
        if (!same) {
            meetings.moved(key, appointmentAt, meetingPoint);
            if (withoutModel || !visit.guided()) {
                goesOnWithoutModel(key);
            } else {
                process.moved(key);
            }
        }
        return true;
    }

    /**
     * Cancels the appointment.
     *
     * @return false if it is too late
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean cancel(VisitKey key) {
        return goOn(key, withoutModel -> cancel(key, withoutModel));
    }

    private boolean cancel(VisitKey key, boolean withoutModel) {
        Visit visit = lock(key);
        if (visit.state() == VisitState.CANCELLED) {
            return true;
        }
        if (visit.state() != VisitState.EXPECTED || visit.coming().arrivedAt() != null) {
            return false;
        }
        meetings.cancelled(key);
        if (withoutModel || !visit.guided()) {
            goesOnWithoutModel(key);
        } else {
            process.cancelled(key);
        }
        return true;
    }

    /**
     * The manager assigns somebody in line to an agent, who may be busy, or off duty today.
     *
     * @param agent a login
     * @param by the manager's login
     * @return false if the visitor is no longer in line
     * @throws UnknownVisitException if the visit was never announced
     */
    public boolean assign(VisitKey key, String agent, String by) {
        return goOn(key, withoutModel -> assign(key, agent, by, withoutModel));
    }

    private boolean assign(VisitKey key, String agent, String by, boolean withoutModel) {
        Visit visit = lock(key);
        if (visit.inLine().queue() == null) {
            return false;
        }
        boolean byHelper = visit.inLine().queue() == Queue.HELPER
                && !agent.equals(visit.said().owner());
        steps.assigned(key, agent, by);
        if (withoutModel) {
            goesOnWithoutModel(key);
        } else {
            process.turnCame(key, agent, byHelper);
        }
        return true;
    }

    private boolean goOn(VisitKey key, Function<Boolean, Boolean> work) {
        return eitherWay.goOn(key.unitId(), key.toString(), work);
    }

    private Visit lock(VisitKey key) {
        return visits.hold(key).orElseThrow(() -> new UnknownVisitException(key));
    }

    private boolean repeated(VisitKey key, String eventId) {
        return eventId != null && !visits.firstEvent(key, eventId, clock.instant());
    }
}
