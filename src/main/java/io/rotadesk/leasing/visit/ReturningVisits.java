package io.rotadesk.leasing.visit;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Offer;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles a colleague's customer who has come: the earlier agent receives, or the helper on the rota in their place
 * (L3.2c, L3.2d). The agent who greeted the visitor stays with them until somebody comes, and gets the turn back at
 * once.
 */
@Service
@Transactional
public class ReturningVisits {

    /**
     * The person who is asked to come to the visitor.
     *
     * @param byHelper whether they stand in for the earlier agent
     */
    public record Receiver(String login, boolean byHelper) {}

    private final Units units;
    private final Rota rota;
    private final VisitSteps steps;
    private final WaitingLine line;
    private final Visits visits;
    private final LongWaits waits;
    private final Clock clock;

    ReturningVisits(
            Units units, Rota rota, VisitSteps steps, WaitingLine line, Visits visits, LongWaits waits, Clock clock) {
        this.units = units;
        this.rota = rota;
        this.steps = steps;
        this.line = line;
        this.visits = visits;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Asks the earlier agent to come, if they are free and have not failed to come before, else the helper whose turn it is.
     *
     * @return empty if the visitor has to wait
     */
    public Optional<Receiver> askToCome(VisitKey key) {
        Visit visit = visits.get(key);
        if (visit.host().greetedBy() != null) {
            rota.restored(key.contact(), visit.host().greetedBy(), TurnReason.OTHERS_CUSTOMER);
        }
        Optional<Receiver> receiver = owner(visit)
                .or(() -> sameAsToday(visit))
                .or(() -> line.othersWait(visit, Queue.HELPER) ? Optional.empty() : helper(visit));
        receiver.ifPresent(asked -> asked(visit, asked));
        return receiver;
    }

    /**
     * Serves the next in line for a helper; does not use the queue if nobody could come. Those who did not come before are
     * asked again once nobody else is free; those who said that they cannot, after the time that the unit gives for coming.
     * If only they are free, the managers are told.
     *
     * @param elsewhere logins of agents for whom others in line wait
     */
    Optional<Receiver> askToComeInLine(Visit visit, Set<String> elsewhere) {
        Contact contact = visit.key().contact();
        Set<String> saidNo = rota.cannotCome(contact, clock.instant().minus(comeTime(visit)));
        Set<String> notNow = new HashSet<>(elsewhere);
        notNow.addAll(saidNo);
        Optional<Receiver> receiver = owner(visit)
                .or(() -> rota.someoneFree(visit.unitId(), Queue.HELPER, contact, notNow)
                        ? helper(visit, rota.offerAgain(visit.unitId(), Queue.HELPER, contact, notNow))
                        : Optional.empty());
        receiver.ifPresent(asked -> asked(visit, asked));
        if (receiver.isEmpty()
                && !saidNo.isEmpty()
                && rota.someoneFree(visit.unitId(), Queue.HELPER, contact, elsewhere)) {
            waits.tellManagers(visit);
        }
        return receiver;
    }

    private Duration comeTime(Visit visit) {
        return units.get(visit.unitId()).settings().get(VisitSettings.class).comeTime();
    }

    private Optional<Receiver> owner(Visit visit) {
        return Optional.ofNullable(visit.said().owner())
                .filter(owner -> rota.isFree(owner, Queue.VISIT)
                        && !rota.hasMissed(visit.key().contact(), owner))
                .flatMap(owner ->
                        rota.offerTo(visit.unitId(), Queue.VISIT, visit.key().contact(), owner, TurnCause.OWN_CUSTOMER))
                .map(turn -> new Receiver(turn.login(), false));
    }

    /** The agent who stood in for the earlier agent today does so again without using a turn (L3.1). */
    private Optional<Receiver> sameAsToday(Visit visit) {
        return Optional.ofNullable(visit.known().receivedTodayBy())
                .filter(login -> login.equals(visit.host().greetedBy())
                        && !login.equals(visit.said().owner()))
                .filter(login -> !rota.hasMissed(visit.key().contact(), login))
                .map(login -> new Receiver(login, true));
    }

    private Optional<Receiver> helper(Visit visit) {
        return helper(
                visit, rota.offer(visit.unitId(), Queue.HELPER, visit.key().contact()));
    }

    private static Optional<Receiver> helper(Visit visit, Offer offer) {
        return offer.turn()
                .map(Turn::login)
                // The rotation may reach the earlier agent, who became free in this very moment.
                .map(login -> new Receiver(login, !login.equals(visit.said().owner())));
    }

    private void asked(Visit visit, Receiver receiver) {
        visits.save(visit, visit.asksToCome(receiver.login(), clock.instant().plus(comeTime(visit))));
    }

    /** Records that the earlier agent or the helper cannot come, or did not in time; a helper loses the turn. */
    public void comeMissed(VisitKey key, String agent) {
        Visit visit = visits.get(key);
        Visit missed = visit.notReceivedBy(agent);
        boolean timeIsOver = !visit.host().comeBy().isAfter(clock.instant());
        rota.missed(key.contact(), agent, timeIsOver ? TurnReason.NOT_IN_TIME : TurnReason.CANNOT_COME);
        if (!agent.equals(visit.host().greetedBy())) {
            // An agent sent by the manager already has the visitor, and is free again.
            rota.finished(key.contact(), agent);
        }
        visits.save(visit, missed);
    }

    /** Records that the earlier agent or the helper is with the visitor; the agent who greeted them is free again. */
    public void came(VisitKey key, String agent, boolean byHelper) {
        Visit visit = visits.get(key);
        Visit received = visit.receivedBy(agent, byHelper);
        rota.engaged(key.contact(), agent);
        visits.save(visit, received);
    }

    /** Whether the earlier agent can come now (L3.2c). */
    public boolean isFree(String login) {
        return login != null && rota.isFree(login, Queue.VISIT);
    }
}
