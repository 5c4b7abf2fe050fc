package io.rotadesk.call;

import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.customer.PhoneNumbers;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.DutyDays;
import io.rotadesk.roster.PickUpFirst;
import io.rotadesk.roster.Queue;
import io.rotadesk.roster.Rota;
import io.rotadesk.roster.Turn;
import io.rotadesk.roster.TurnCause;
import io.rotadesk.roster.TurnReason;
import io.rotadesk.roster.Unit;
import io.rotadesk.roster.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a call between the first ring and the conversation (L2.1, L2.2): each method is one step of the call
 * process and runs in its transaction.
 */
@Service
@Transactional
public class CallSteps {

    private final Units units;
    private final Agents agents;
    private final DutyDays dutyDays;
    private final Rota rota;
    private final Customers customers;
    private final CallRegister register;
    private final MissedReturns returns;
    private final Clock clock;

    CallSteps(
            Units units,
            Agents agents,
            DutyDays dutyDays,
            Rota rota,
            Customers customers,
            CallRegister register,
            MissedReturns returns,
            Clock clock) {
        this.units = units;
        this.agents = agents;
        this.dutyDays = dutyDays;
        this.rota = rota;
        this.customers = customers;
        this.register = register;
        this.returns = returns;
        this.clock = clock;
    }

    /** What the number tells: the customer, the earlier agent and the last contact, kept as they are at this moment. */
    public void findCaller(CallKey key) {
        Call call = register.get(key);
        if (call.callerPhone() == null) {
            return;
        }
        List<Customer> found = customers.byPhone(key.unitId(), call.callerPhone());
        if (found.isEmpty()) {
            return;
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("candidates", found.size());
        if (found.size() == 1) {
            Customer customer = found.get(0);
            changes.put("customer_id", customer.id());
            changes.put("prior_agent", stillHere(customer.agent()));
            changes.put("prior_contact_kind", customer.lastContactKind());
            changes.put("prior_contact_at", customer.lastContactAt());
        }
        register.change(key, changes);
    }

    /**
     * Offers the call to the next agent, or, where the unit has it so, to the customer's own agent first (L2.1).
     *
     * @param isActive tells from the call whether the customer is within validity
     * @return the agent's login; empty when nobody can take it
     */
    public Optional<String> offer(CallKey key, Predicate<Call> isActive) {
        Call call = register.get(key);
        Unit unit = units.get(key.unitId());
        Optional<Turn> turn = Optional.empty();
        boolean firstOffer = call.state() == CallState.RECEIVED;
        if (firstOffer
                && unit.settings().pickUpFirst() == PickUpFirst.OWNER
                && call.priorAgent() != null
                && isActive.test(call)) {
            turn = rota.offerTo(key.unitId(), Queue.CALL, key.contact(), call.priorAgent(), TurnCause.OWN_CUSTOMER);
        }
        if (turn.isEmpty()) {
            turn = rota.offer(key.unitId(), Queue.CALL, key.contact()).turn();
        }
        Instant now = clock.instant();
        Map<String, Object> changes = new HashMap<>();
        String agent = turn.map(Turn::login).orElse(null);
        Instant answerBy = agent == null ? null : now.plus(unit.settings().pickUpTime());
        changes.put("state", agent == null ? CallState.UNASSIGNED : CallState.RINGING);
        changes.put("ringing_agent", agent);
        changes.put("offered_at", agent == null ? null : now);
        changes.put("answer_by", answerBy);
        if (firstOffer) {
            changes.put("first_agent", agent);
            changes.put("first_answer_by", answerBy);
        }
        register.change(key, changes);
        return Optional.ofNullable(agent);
    }

    /** Somebody else than the one it rings at may have picked up; then the turn is given back to the latter. */
    void answeredBy(Call call, String agent) {
        if (call.ringingAgent() != null && !agent.equals(call.ringingAgent())) {
            rota.restored(call.key().contact(), call.ringingAgent(), TurnReason.ANSWERED_ELSEWHERE);
            rota.finished(call.key().contact(), call.ringingAgent());
        }
        if (!agent.equals(call.ringingAgent())) {
            rota.engaged(call.key().contact(), agent);
        }
        register.change(call.key(), Map.of("ringing_agent", agent));
    }

    /** The agent has picked up (L2.1). */
    public void pickedUp(CallKey key, String agent) {
        Call call = register.get(key);
        Instant now = clock.instant();
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.ANSWERED);
        changes.put("agent", agent);
        changes.put("answered_at", now);
        changes.put("rings", rings(call, units.get(key.unitId()), now));
        rota.taken(key.contact(), agent);
        register.change(key, changes);
    }

    /** The agent let it ring; that costs the turn (L2.1). */
    public void missed(CallKey key, String agent) {
        rota.missed(key.contact(), agent, TurnReason.NO_ANSWER);
        Instant now = clock.instant();
        Instant answerBy = register.get(key).answerBy();
        Map<String, Object> changes = new HashMap<>();
        changes.put("missed_agent", agent);
        changes.put("missed_at", now);
        changes.put("ring_ran_out", answerBy != null && !now.isBefore(answerBy));
        changes.put("ringing_agent", null);
        register.change(key, changes);
    }

    /**
     * The caller is gone before anyone answered: the number is to be called back, once (L2.1).
     *
     * @return the login of the one who calls back: the customer's own agent, else the one at whose phone it rang last
     */
    public String hungUp(CallKey key, Predicate<Call> isActive) {
        Call call = register.lock(key).orElseThrow();
        Instant now = clock.instant();
        if (call.ringingAgent() != null) {
            boolean early = call.answerBy() != null && now.isBefore(call.answerBy());
            rota.missed(key.contact(), call.ringingAgent(), early ? TurnReason.HUNG_UP_EARLY : TurnReason.HUNG_UP);
        }
        String returner =
                call.priorAgent() != null && isActive.test(call) ? call.priorAgent() : lastRungOrFirstOnDuty(call);
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.MISSED);
        changes.put("call_ended_at", now);
        changes.put("agent", returner);
        register.change(key, changes);
        if (call.callerPhone() != null) {
            returns.attempt(key, call.callerPhone(), now);
        }
        return returner;
    }

    private String lastRungOrFirstOnDuty(Call call) {
        if (call.ringingAgent() != null) {
            return call.ringingAgent();
        }
        if (call.missedAgent() != null) {
            return call.missedAgent();
        }
        return dutyDays.today(call.unitId()).order().getOrDefault(Queue.CALL, List.of()).stream()
                .map(Agent::login)
                .findFirst()
                .orElseGet(() ->
                        units.get(call.unitId()).managers().stream().findFirst().orElse(null));
    }

    /** The manager gave the call to somebody. */
    public void assigned(CallKey key, String agent) {
        if (rota.offerTo(key.unitId(), Queue.CALL, key.contact(), agent, TurnCause.ASSIGNED)
                .isEmpty()) {
            rota.engaged(key.contact(), agent);
        }
        pickedUp(key, agent);
    }

    /** The manager wants the caller called back later. */
    public String toBeReturned(CallKey key, String agent) {
        String returner = agent != null ? agent : lastRungOrFirstOnDuty(register.get(key));
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.MISSED);
        changes.put("agent", returner);
        Call call = register.change(key, changes);
        if (call.callerPhone() != null) {
            returns.attempt(key, call.callerPhone(), clock.instant());
        }
        return returner;
    }

    /** A call that an agent logs by hand: they have it already, and the turn is settled accordingly. */
    public void logged(CallKey key, String agent, String callerNumber) {
        register.open(
                key, "BY_HAND", callerNumber, PhoneNumbers.e164(callerNumber).orElse(null), clock.instant());
        rota.logged(key.unitId(), Queue.CALL, key.contact(), agent);
        findCaller(key);
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.ANSWERED);
        changes.put("agent", agent);
        changes.put("answered_at", clock.instant());
        register.change(key, changes);
    }

    /** The phone system says that the line is free: whoever talked is free for the next call. */
    void lineIsFree(Call call) {
        if (call.callEndedAt() != null) {
            return;
        }
        register.change(call.key(), Map.of("call_ended_at", clock.instant()));
        if (call.agent() != null) {
            rota.finished(call.key().contact(), call.agent());
        }
    }

    /** What the caller said (L2.2b); the earlier agent is found from the number first, from the caller's word second. */
    public Optional<PriorContact> priorContact(CallKey key, String contactedBefore, String namedAgent) {
        Call call = register.get(key);
        Optional<PriorContact> prior = Optional.empty();
        if (call.priorAgent() != null) {
            prior = Optional.of(new PriorContact(
                    call.priorAgent(), PriorContact.BY_PHONE, call.priorContactKind(), call.priorContactAt()));
        } else if ("yes".equals(contactedBefore) && stillHere(namedAgent) != null) {
            prior = Optional.of(new PriorContact(namedAgent, PriorContact.AS_SAID, null, null));
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("owner", prior.map(PriorContact::agent).orElse(null));
        changes.put("owner_known_by", prior.map(PriorContact::knownBy).orElse(null));
        register.change(key, changes);
        return prior;
    }

    /** May the earlier agent take the call now (L2.2c)? */
    public boolean isFree(String login) {
        return login != null && rota.isFree(login);
    }

    /** The turn was spent on a customer of the agent's own, who takes none. */
    public void ownCustomer(CallKey key, String agent) {
        rota.restored(key.contact(), agent, TurnReason.OWN_CUSTOMER);
    }

    /** The earlier agent has taken the call over (L2.2c): the other's turn is given back. */
    public void handedOver(CallKey key, String from, String to) {
        rota.restored(key.contact(), from, TurnReason.OTHERS_CUSTOMER);
        rota.finished(key.contact(), from);
        if (register.get(key).callEndedAt() == null) {
            rota.engaged(key.contact(), to);
        }
        register.change(key, Map.of("agent", to));
    }

    /** The call was about something else than leasing; that costs no turn. */
    public void otherEnquiry(CallKey key, String agent) {
        rota.restored(key.contact(), agent, TurnReason.NOT_LEASING);
        rota.finished(key.contact(), agent);
        register.change(key, Map.of("state", CallState.OTHER, "registered_at", clock.instant()));
    }

    /** Whether this call holds the call-back of its number; not when another call has it or the number is withheld. */
    public boolean mustBeReturned(CallKey key) {
        Call call = register.get(key);
        return call.callerPhone() != null
                && returns.open(key.unitId(), call.callerPhone())
                        .map(open -> open.callId().equals(key.callId()))
                        .orElse(false);
    }

    /** How often the missed number has tried since it was first missed. */
    public MissedAttempts attempts(CallKey key) {
        Call call = register.get(key);
        return call.callerPhone() == null
                ? new MissedAttempts(1, call.receivedAt())
                : returns.open(key.unitId(), call.callerPhone())
                        .map(open -> new MissedAttempts(open.attempts(), open.lastAttemptAt()))
                        .orElseGet(() -> new MissedAttempts(1, call.receivedAt()));
    }

    /** The name of the customer whose number called; null when it is not known which one. */
    public String knownName(Call call) {
        return call.customerId() == null
                ? null
                : customers.find(call.customerId()).map(Customer::name).orElse(null);
    }

    /** All customers whom the number belongs to. */
    public List<Customer> candidates(Call call) {
        return call.callerPhone() == null ? List.of() : customers.byPhone(call.unitId(), call.callerPhone());
    }

    public Unit unit(Call call) {
        return units.get(call.unitId());
    }

    private String stillHere(String login) {
        return login == null
                ? null
                : agents.find(login).filter(a -> !a.left()).map(Agent::login).orElse(null);
    }

    private static Integer rings(Call call, Unit unit, Instant now) {
        if (call.offeredAt() == null) {
            return null;
        }
        Instant firstRing = call.receivedAt().isBefore(call.offeredAt()) ? call.receivedAt() : call.offeredAt();
        return (int) (Duration.between(firstRing, now).toMillis()
                        / unit.settings().ringTime().toMillis())
                + 1;
    }
}
