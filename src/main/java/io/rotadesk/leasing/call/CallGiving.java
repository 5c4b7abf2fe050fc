package io.rotadesk.leasing.call;

import io.rotadesk.engine.Collisions;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.staff.unit.Agents;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person gives a caller whom nobody took to an agent, without opening the manager's form (L2.1). */
@Service
public class CallGiving {

    /**
     * The outcome.
     *
     * @param given false if the call did not change
     * @param call as it is then
     * @param by the login of the person who gave it to its agent; empty if it came to that agent in another way
     * @param refused why the person, or the form, does not allow it, in the reader's language; null if it did
     */
    public record Outcome(boolean given, Call call, Optional<String> by, String refused) {}

    private final Calls calls;
    private final CallProcess process;
    private final Agents agents;
    private final Collisions collisions;
    private final TransactionTemplate transaction;

    CallGiving(
            Calls calls,
            CallProcess process,
            Agents agents,
            Collisions collisions,
            PlatformTransactionManager transactions) {
        this.calls = calls;
        this.process = process;
        this.agents = agents;
        this.collisions = collisions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Gives the call to the agent, by the same task and the same rules as the manager's form. The person must be known to the
     * engine. Of two persons at the same time the first one counts.
     *
     * @param by the login of the person
     * @throws UnknownCallException if there is no such call
     */
    public Outcome give(CallKey key, String agent, String by) {
        boolean ofTheUnit = agents.find(agent)
                .filter(one -> one.unitId().equals(key.unitId()) && !one.left())
                .isPresent();
        try {
            boolean given =
                    ofTheUnit && collisions.again(() -> transaction.execute(status -> giveIfItWaits(key, agent, by)));
            return new Outcome(given, calls.get(key), given ? Optional.of(by) : process.giver(key), null);
        } catch (RefusedException e) {
            return new Outcome(false, calls.get(key), Optional.empty(), e.getMessage());
        }
    }

    private boolean giveIfItWaits(CallKey key, String agent, String by) {
        // First the call, then the process and the rota, as everybody who gives a call to an agent.
        Call call = calls.hold(key).orElseThrow(() -> new UnknownCallException(key));
        return call.state() == CallState.UNASSIGNED && process.give(key, agent, by);
    }
}
