package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the caller: by the number and by the caller's answers, and the earlier agent that follows from both (L2.2b).
 */
@Service
@Transactional
public class Callers {

    private final Calls calls;
    private final Customers customers;
    private final Agents agents;

    Callers(Calls calls, Customers customers, Agents agents) {
        this.calls = calls;
        this.customers = customers;
        this.agents = agents;
    }

    /**
     * Looks up the number: records the customer, the earlier agent and the last contact as they are at this moment.
     */
    public void find(CallKey key) {
        Call call = calls.get(key);
        if (call.caller().phone() == null) {
            return;
        }
        List<Customer> found = customers.byPhone(key.unitId(), call.caller().phone());
        if (found.isEmpty()) {
            return;
        }
        Caller caller = call.caller().oneOf(found.size());
        if (found.size() == 1) {
            Customer customer = found.get(0);
            caller = caller.known(
                    customer.id(), stillHere(customer.agent()), customer.lastContactKind(), customer.lastContactAt());
        }
        calls.save(call, call.from(caller));
    }

    /**
     * Records the caller's answers (L2.2b). The earlier agent is found by the number first, and by the caller's answer
     * second.
     */
    public Optional<PriorContact> priorContact(CallKey key, String contactedBefore, String namedAgent) {
        Call call = calls.get(key);
        Optional<PriorContact> prior = Optional.empty();
        if (call.caller().priorAgent() != null) {
            prior = Optional.of(new PriorContact(
                    call.caller().priorAgent(),
                    PriorContact.BY_PHONE,
                    call.caller().priorContactKind(),
                    call.caller().priorContactAt()));
        } else if ("yes".equals(contactedBefore) && stillHere(namedAgent) != null) {
            prior = Optional.of(new PriorContact(namedAgent, PriorContact.AS_SAID, null, null));
        }
        if (prior.isPresent() || call.said().owner() != null) {
            calls.save(
                    call,
                    call.ownedBy(
                            prior.map(PriorContact::agent).orElse(null),
                            prior.map(PriorContact::knownBy).orElse(null)));
        }
        return prior;
    }

    /**
     * The agent found the caller among the unit's customers, since the number did not tell who it is. From now on it is as if the
     * number had told it.
     *
     * @return false if the number tells that it is somebody else: the number counts first
     */
    public boolean recognized(CallKey key, Customer customer) {
        Call call = calls.get(key);
        Long byNumber = call.caller().customerId();
        if (byNumber == null) {
            calls.save(
                    call,
                    call.recognized(call.caller()
                            .oneOf(1)
                            .known(
                                    customer.id(),
                                    stillHere(customer.agent()),
                                    customer.lastContactKind(),
                                    customer.lastContactAt())));
        }
        return byNumber == null || byNumber == customer.id();
    }

    /** The name of the customer whose number called; null if it is not known which customer. */
    public String knownName(Call call) {
        return call.caller().customerId() == null
                ? null
                : customers.find(call.caller().customerId()).map(Customer::name).orElse(null);
    }

    /** All customers to whom the number belongs. */
    public List<Customer> candidates(Call call) {
        return call.caller().phone() == null
                ? List.of()
                : customers.byPhone(call.unitId(), call.caller().phone());
    }

    private String stillHere(String login) {
        return login == null
                ? null
                : agents.find(login).filter(a -> !a.left()).map(Agent::login).orElse(null);
    }
}
