package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whose turn it is (L1.2, L1.3, L2.1, L3.1). Everything happens in the caller's transaction: if that fails, the
 * pointer is where it was. An offer locks its queue's row until the transaction ends, so ask as late as you can.
 */
@Component
public class Rota {

    private final Queues queues;
    private final Availability availability;
    private final TurnWriter writer;
    private final Engagements engagements;
    private final Bookings bookings;
    private final TurnsGivenBack givenBack;
    private final TakeOvers takeOvers;
    private final DutyDays days;
    private final Agents agents;
    private final Units units;
    private final TurnLedger ledger;
    private final DutyBoards boards;

    Rota(
            Queues queues,
            Availability availability,
            TurnWriter writer,
            Engagements engagements,
            Bookings bookings,
            TurnsGivenBack givenBack,
            TakeOvers takeOvers,
            DutyDays days,
            Agents agents,
            Units units,
            TurnLedger ledger,
            DutyBoards boards) {
        this.queues = queues;
        this.availability = availability;
        this.writer = writer;
        this.engagements = engagements;
        this.bookings = bookings;
        this.givenBack = givenBack;
        this.takeOvers = takeOvers;
        this.days = days;
        this.agents = agents;
        this.units = units;
        this.ledger = ledger;
        this.boards = boards;
    }

    /**
     * Offers the contact to the agent whose turn it is: a make-up turn first, else the next in the order who is free.
     * An agent who has missed this contact before is not asked again; {@link #offerAgain} does that.
     */
    @Transactional
    public Offer offer(String unitId, Queue queue, Contact contact) {
        return offer(unitId, queue, contact, Availability::unavailable);
    }

    /**
     * As {@link #offer}, for a contact that waits: once everyone who is free has missed it, the round starts again with
     * those who missed it least often.
     *
     * @param elsewhere logins of agents who are not asked again: others wait for them, or they have just said no
     */
    @Transactional
    public Offer offerAgain(String unitId, Queue queue, Contact contact, Set<String> elsewhere) {
        return offer(unitId, queue, contact, all -> Availability.unavailableInRounds(all, elsewhere));
    }

    private Offer offer(
            String unitId, Queue queue, Contact contact, Function<Collection<Doing>, Map<String, TurnReason>> rule) {
        Queues.HeldQueue open = queues.hold(unitId, queue);
        if (open.nobody() != null) {
            Decision decision = Decision.byName(null, TurnCause.REGULAR);
            writer.nobody(open.queueOfDay(), open.version(), contact, decision, open.nobody());
            return Offer.nobody(open.nobody(), List.of());
        }
        Collection<Doing> doing = availability
                .doing(open.state().members(), open.queueOfDay().day(), queue, contact)
                .values();
        Map<String, TurnReason> unavailable = rule.apply(doing);
        while (true) {
            Decision decision = open.state().decide(unavailable, open.madeUp());
            if (decision.login() == null) {
                TurnReason nobody =
                        doing.stream().anyMatch(Doing::onlyMissedIt) ? TurnReason.ALL_MISSED : TurnReason.NOBODY_FREE;
                writer.nobody(open.queueOfDay(), open.version(), contact, decision, nobody);
                return Offer.nobody(nobody, decision.reasons());
            }
            if (queue == Queue.HELPER) {
                // The agent who greeted the visitor is still with them, and may be the helper whose turn it is (L3.2d).
                engagements.finished(contact, decision.login());
            }
            Optional<Turn> turn = writer.turn(open.queueOfDay(), open.version(), contact, decision, false);
            if (turn.isPresent()) {
                return Offer.of(turn.get(), decision.reasons());
            }
            // Another queue was faster.
            unavailable.put(decision.login(), TurnReason.SERVING);
        }
    }

    /**
     * Offers the contact to a named agent: takes no turn, moves no pointer.
     *
     * @param cause OWN_CUSTOMER, RETURNED or ASSIGNED
     * @return empty if they are not free
     */
    @Transactional
    public Optional<Turn> offerTo(String unitId, Queue queue, Contact contact, String login, TurnCause cause) {
        QueueOfDay queueOfDay = new QueueOfDay(unitId, queue, days.date(unitId));
        Optional<Doing> doing = availability.doing(login, queueOfDay.day(), queue);
        if (doing.isEmpty()) {
            return Optional.empty();
        }
        TurnReason why = doing.get().unavailableInPerson();
        Optional<Turn> turn = why == null
                ? writer.turn(queueOfDay, 0, contact, Decision.byName(login, cause), false)
                : Optional.empty();
        if (turn.isEmpty()) {
            writer.notFree(queueOfDay, contact, cause, login, why == null ? TurnReason.SERVING : why);
        }
        return turn;
    }

    /**
     * Records a contact that the agent already has. If it was their turn, the turn is used. If not, they are passed
     * over when their turn comes round (TURN_USED_AHEAD). If they are not in this queue today, no turn is used.
     *
     * @throws NoSuchElementException if there is no such agent
     */
    @Transactional
    public Turn logged(String unitId, Queue queue, Contact contact, String login) {
        Queues.HeldQueue open = queues.hold(unitId, queue);
        List<String> everyone = new ArrayList<>(open.state().members());
        everyone.add(login);
        Map<String, Doing> doing =
                availability.doing(everyone, open.queueOfDay().day(), queue, contact);
        if (!doing.containsKey(login)) {
            throw new NoSuchElementException("no agent '" + login + "'");
        }
        Map<String, TurnReason> unavailable = new HashMap<>();
        doing.forEach((other, what) -> {
            if (what.unavailable() != null) {
                unavailable.put(other, what.unavailable());
            }
        });
        Decision decision = open.nobody() != null
                ? Decision.byName(login, TurnCause.LOGGED)
                : open.state().log(login, unavailable, open.madeUp());
        boolean beside = doing.get(login).serving() != null;
        return writer.turn(open.queueOfDay(), open.version(), contact, decision, beside)
                .or(() -> writer.turn(open.queueOfDay(), open.version(), contact, decision, true))
                .or(() -> ledger.turn(contact, login)) // logging it twice has no further effect
                .orElseThrow();
    }

    /**
     * The agent takes the contact that they were offered.
     *
     * @return false if it is no longer theirs: they missed it, and it has moved on
     */
    @Transactional
    public boolean taken(Contact contact, String login) {
        return engagements.taken(contact, login);
    }

    /**
     * The agent did not take the contact that they were offered. If the unit makes the reason up, they also get their
     * turn back.
     */
    @Transactional
    public void missed(Contact contact, String login, TurnReason why) {
        if (engagements.missed(contact, login, why)) {
            restored(contact, login, why);
        }
    }

    /**
     * Gives back the turn that the agent spent on this contact, if they spent one and the unit makes this reason up;
     * once.
     *
     * @return whether it was given back now
     */
    @Transactional
    public boolean restored(Contact contact, String login, TurnReason why) {
        return givenBack.restore(contact, login, why);
    }

    /**
     * The contact is over and its entry is still to be written: the agent gets no turn for as long as the unit's
     * wrap-up time says, or until the entry is sent or they say that they are ready.
     */
    @Transactional
    public void wrapsUp(Contact contact, String login) {
        Duration time = agents.find(login)
                .map(agent -> units.get(agent.unitId()).settings().get(WrapUpSettings.class))
                .map(settings -> settings.after(contact.kind().queue()))
                .orElse(Duration.ZERO);
        if (time.isZero()) {
            engagements.finished(contact, login);
        } else {
            engagements.wrapsUp(contact, login, time);
        }
    }

    /** The contact is over: those who have it wrap up. */
    @Transactional
    public void wrapsUp(Contact contact) {
        engagements.of(contact).forEach(login -> wrapsUp(contact, login));
    }

    /** The end of the agent's wrap-up time; empty unless that is why they get no turns now. */
    @Transactional(readOnly = true)
    public Optional<Instant> wrapsUpUntil(String login) {
        return doing(login, null)
                .filter(doing -> doing.unavailable() == TurnReason.WRAPPING_UP)
                .map(Doing::wrapUpUntil);
    }

    /** The agent is done with the contact, wrap-up included, and free again. */
    @Transactional
    public void finished(Contact contact, String login) {
        engagements.finished(contact, login);
    }

    /**
     * Keeps the agent free for a contact that is expected: in that time they are offered nothing else. Another booking of
     * the same contact ends.
     */
    @Transactional
    public void book(Contact contact, String login, Instant from, Instant until) {
        bookings.book(contact, login, from, until);
    }

    /** The agent has the contact now, or it will not come. */
    @Transactional
    public void endBooking(Contact contact) {
        bookings.end(contact);
    }

    /** Everyone is done with the contact. */
    @Transactional
    public void finished(Contact contact) {
        engagements.of(contact).forEach(login -> engagements.finished(contact, login));
    }

    /** The agent takes the contact over without using a turn; the agent who had it is done with it. */
    @Transactional
    public void engaged(Contact contact, String login) {
        takeOvers.takeOver(contact, login);
    }

    /**
     * Whether the agent is present, not on leave, still works here, and is not serving anyone. Somebody who wraps up is
     * free for what is meant for them in person.
     */
    @Transactional(readOnly = true)
    public boolean isFree(String login) {
        return isFree(login, null);
    }

    /**
     * As {@link #isFree(String)}, and whether they have a page open, where the unit wants that of this queue.
     *
     * @param queue in which such contacts are offered
     */
    @Transactional(readOnly = true)
    public boolean isFree(String login, Queue queue) {
        return doing(login, queue)
                .filter(doing -> doing.unavailableInPerson() == null)
                .isPresent();
    }

    /**
     * Whether {@link #offerAgain} would find somebody now. Takes no turn, locks nothing and writes nothing, so that
     * waiting lines can call it often.
     *
     * @param elsewhere as for {@link #offerAgain}
     */
    @Transactional
    public boolean someoneFree(String unitId, Queue queue, Contact contact, Set<String> elsewhere) {
        Collection<Doing> doing = onDuty(unitId, queue, contact);
        return Availability.unavailableInRounds(doing, elsewhere).size() < doing.size();
    }

    /** Whether {@link #offer} would find somebody now: somebody who has not missed the contact. As cheap as the other. */
    @Transactional
    public boolean isSomebodyNewFree(String unitId, Queue queue, Contact contact) {
        return onDuty(unitId, queue, contact).stream().anyMatch(doing -> doing.unavailable() == null);
    }

    private Collection<Doing> onDuty(String unitId, Queue queue, Contact contact) {
        List<String> members = days.today(unitId).order().getOrDefault(queue, List.of()).stream()
                .map(Agent::login)
                .toList();
        return availability.doing(members, days.date(unitId), queue, contact).values();
    }

    /** The contact the agent is serving now; the latest if there are several. */
    @Transactional(readOnly = true)
    public Optional<Contact> servingNow(String login) {
        return doing(login, null).map(Doing::serving);
    }

    /**
     * Frees agents who are engaged with a contact that is over or does not exist.
     *
     * @param over picks the ids that are over or do not exist; it is given hardly more ids than there are agents
     * @return the contacts from which somebody was freed
     */
    @Transactional
    List<FreedContact> free(Contact.Kind kind, UnaryOperator<List<String>> over) {
        List<String> engaged = engagements.with(kind).stream().map(Contact::id).toList();
        return engaged.isEmpty()
                ? List.of()
                : over.apply(engaged).stream()
                        .flatMap(id -> freed(new Contact(kind, id)))
                        .toList();
    }

    private Stream<FreedContact> freed(Contact contact) {
        List<String> engaged = engagements.of(contact);
        List<String> units = engagements.unitsOf(engaged);
        engaged.forEach(login -> engagements.finished(contact, login));
        return units.stream().map(unit -> new FreedContact(unit, contact.id()));
    }

    /** Whether the agent is engaged with any contact, including one that rings or waits to be met. */
    @Transactional(readOnly = true)
    public boolean hasAnybody(String login) {
        return engagements.isEngaged(login);
    }

    /**
     * Whether the agent is engaged with this contact, including while it rings.
     *
     * @param contactIds the ids under which the contact may be known
     */
    @Transactional(readOnly = true)
    public boolean isEngaged(String login, Collection<String> contactIds) {
        return engagements.isEngaged(login, contactIds);
    }

    /**
     * Explains an assignment: everything that was decided about the contact, who was passed over and why, and what
     * followed.
     */
    @Transactional(readOnly = true)
    public List<LedgerEntry> explain(Contact contact) {
        return ledger.of(contact);
    }

    /** Whether the person did not take this contact in time when it was theirs. */
    @Transactional(readOnly = true)
    public boolean hasMissed(Contact contact, String login) {
        return ledger.of(contact).stream()
                .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.MISSED && login.equals(entry.login()));
    }

    /** The logins of those who have said after that instant that they cannot come to this contact. */
    @Transactional(readOnly = true)
    public Set<String> cannotCome(Contact contact, Instant after) {
        return ledger.cannotCome(contact, after);
    }

    /** How often each person has missed each of these contacts; people who have missed none are left out. */
    @Transactional(readOnly = true)
    public Map<Contact, Map<String, Integer>> misses(Collection<Contact> contacts) {
        return ledger.misses(contacts);
    }

    /** Today's board: the teams, the order of each queue, who is next, who is free, who is owed a turn. */
    @Transactional
    public DutyBoard today(String unitId) {
        return boards.today(unitId);
    }

    private Optional<Doing> doing(String login, Queue queue) {
        return agents.find(login).flatMap(agent -> availability.doing(login, days.date(agent.unitId()), queue));
    }
}
