package io.rotadesk.leasing.visit;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a visit from the door to the greeting, and the charging of turns (L3.1, L3.4). Each method is one step
 * of the visit process and runs in its transaction.
 */
@Service
@Transactional
public class VisitSteps {

    private final Units units;
    private final Rota rota;
    private final WaitingLine line;
    private final Visits visits;
    private final Clock clock;

    VisitSteps(Units units, Rota rota, WaitingLine line, Visits visits, Clock clock) {
        this.units = units;
        this.rota = rota;
        this.line = line;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Offers the visitor to the agent whose turn it is (L3.1). A visitor who is back on the same day goes to the agent
     * who received them, without a turn; a visitor who comes while others wait is served after them.
     *
     * @return the agent's login; empty if the visitor has to wait
     */
    public Optional<String> offer(VisitKey key) {
        Visit visit = visits.get(key);
        Optional<String> agent = toTodaysReceiver(visit);
        if (agent.isEmpty() && !line.othersWait(visit, Queue.VISIT)) {
            agent = rota.offer(key.unitId(), Queue.VISIT, key.contact()).turn().map(Turn::login);
        }
        agent.ifPresent(login -> onTheWay(visit, login));
        return agent;
    }

    /**
     * Offers the next visitor in line to an agent who is free for them, if there is one; also to those who let the visitor
     * wait before, once nobody else is free.
     *
     * @param elsewhere logins of agents for whom others in line wait
     */
    Optional<String> offerInLine(Visit visit, Set<String> elsewhere) {
        Optional<String> agent = toTodaysReceiver(visit);
        Contact contact = visit.key().contact();
        if (agent.isEmpty() && rota.someoneFree(visit.unitId(), Queue.VISIT, contact, elsewhere)) {
            agent = rota.offerAgain(visit.unitId(), Queue.VISIT, contact, elsewhere)
                    .turn()
                    .map(Turn::login);
        }
        agent.ifPresent(login -> onTheWay(visit, login));
        return agent;
    }

    private Optional<String> toTodaysReceiver(Visit visit) {
        if (visit.known().receivedTodayBy() == null) {
            return Optional.empty();
        }
        // The earlier agent first, if a helper received for them.
        return Stream.of(
                        Optional.ofNullable(visit.known().priorAgent()),
                        Optional.of(visit.known().receivedTodayBy()))
                .flatMap(Optional::stream)
                .distinct()
                .filter(login -> rota.isFree(login, Queue.VISIT)
                        && !rota.hasMissed(visit.key().contact(), login))
                .flatMap(
                        login -> rota
                                .offerTo(
                                        visit.unitId(), Queue.VISIT, visit.key().contact(), login, TurnCause.RETURNED)
                                .stream())
                .map(Turn::login)
                .findFirst();
    }

    private void onTheWay(Visit visit, String agent) {
        visits.save(visit, onTheWayTo(visit, agent));
    }

    private Visit onTheWayTo(Visit visit, String agent) {
        Instant comeBy = clock.instant()
                .plus(units.get(visit.unitId())
                        .settings()
                        .get(VisitSettings.class)
                        .greetTime());
        return visit.offeredTo(agent, comeBy);
    }

    /** Records that the agent did not go to the visitor in time, which costs the turn (L3.1). */
    public void greetMissed(VisitKey key, String agent) {
        Visit visit = visits.get(key);
        Visit missed = visit.notGreeted();
        rota.missed(key.contact(), agent, TurnReason.NOT_IN_TIME);
        // An agent to whom the manager assigned the visitor already has them, and is free again.
        rota.finished(key.contact(), agent);
        visits.save(visit, missed);
    }

    /**
     * Records that the manager assigned the visitor.
     *
     * @param by the manager's login; null if it is not known
     */
    public void assigned(VisitKey key, String agent, String by) {
        Visit visit = visits.hold(key).orElseThrow(() -> new UnknownVisitException(key));
        Queue queue =
                visit.inLine().queue() == null ? Queue.VISIT : visit.inLine().queue();
        if (rota.offerTo(key.unitId(), queue, key.contact(), agent, TurnCause.ASSIGNED)
                .isEmpty()) {
            rota.engaged(key.contact(), agent);
        }
        visits.save(visit, onTheWayTo(visit, agent).assignedBy(by));
    }

    /** Records that the visitor came for something else, which costs no turn. */
    public void otherVisit(VisitKey key, String agent) {
        Visit visit = visits.get(key);
        Visit done = visit.aboutSomethingElse(clock.instant());
        rota.restored(key.contact(), agent, TurnReason.NOT_LEASING);
        rota.finished(key.contact());
        visits.save(visit, done);
    }

    /**
     * Records a competitor's visit: received like anyone, but without claim and turn (L3.4); also if it is recognised
     * later.
     */
    public void marketSurvey(VisitKey key, String agent) {
        Visit visit = visits.get(key);
        Visit survey = visit.isAMarketSurvey();
        rota.restored(key.contact(), agent, TurnReason.MARKET_SURVEY);
        visits.save(visit, survey);
    }

    /** Gives back the turn that was spent on the agent's own customer. */
    public void ownCustomer(VisitKey key, String agent) {
        rota.restored(key.contact(), agent, TurnReason.OWN_CUSTOMER);
    }

    /** Records that the visitor left before anyone could receive them. */
    public void left(VisitKey key) {
        Visit visit = visits.get(key);
        Visit gone = visit.leaves();
        rota.finished(key.contact());
        visits.save(visit, gone);
    }

    /** Records that the visitor was entered by mistake while an agent was on the way, who gets the turn back. */
    void withdrawn(Visit visit) {
        Visit withdrawn = visit.withdrawn();
        rota.restored(visit.key().contact(), visit.host().agent(), TurnReason.ENTERED_BY_MISTAKE);
        rota.finished(visit.key().contact());
        visits.save(visit, withdrawn);
    }

    /** Records the see-off (L3.8): the agent is free from now on, or after the wrap-up time. */
    public void seenOff(VisitKey key, String agent) {
        Visit visit = visits.get(key);
        Visit over = visit.seenOff(clock.instant());
        if (visit.isMarketSurvey()) {
            rota.restored(key.contact(), agent, TurnReason.MARKET_SURVEY);
        }
        rota.wrapsUp(key.contact());
        visits.save(visit, over);
    }
}
