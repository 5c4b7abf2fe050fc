package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.rota.Rota;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents write down about a reception: the greeting, the three steps, the entry and the hand-back (L3.2 to L3.8). */
@Service
@Transactional
public class VisitEntries {

    private static final String ACTIVE = "ACTIVE";

    private final VisitRegister register;
    private final Customers customers;
    private final Rota rota;
    private final Handbook handbook;
    private final Escalations escalations;
    private final ServiceChecks checks;
    private final Clock clock;

    VisitEntries(
            VisitRegister register,
            Customers customers,
            Rota rota,
            Handbook handbook,
            Escalations escalations,
            ServiceChecks checks,
            Clock clock) {
        this.register = register;
        this.customers = customers;
        this.rota = rota;
        this.handbook = handbook;
        this.escalations = escalations;
        this.checks = checks;
        this.clock = clock;
    }

    /** The agent is with the visitor and has asked (L3.2b); what was said is kept beside what the number tells. */
    public void greeted(
            VisitKey key, String agent, String purpose, String contactedBefore, String namedAgent, String confirmed) {
        rota.taken(key.contact(), agent);
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", VisitState.RECEIVED);
        changes.put("agent", agent);
        changes.put("greeted_by", agent);
        changes.put("greeted_at", clock.instant());
        if (purpose != null) {
            changes.put("purpose", purpose);
        }
        changes.put("contacted_before", contactedBefore);
        changes.put("named_agent", namedAgent);
        changes.put("confirmed", confirmed);
        register.change(key, changes);
    }

    /** As {@code customer-status.dmn} decided (L3.2e). */
    public void decided(VisitKey key, String status) {
        register.change(key, Collections.singletonMap("status", status));
    }

    /** What the visitor wants to rent (L3.3). */
    public void intent(VisitKey key, String intent, BigDecimal floorArea) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("intent", blankToNull(intent));
        changes.put("floor_area", floorArea);
        register.change(key, changes);
    }

    /** What was shown of the project (L3.3). */
    public void toured(VisitKey key, List<String> shown, String remarks) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("tour", String.join(",", shown));
        changes.put("tour_remarks", blankToNull(remarks));
        register.change(key, changes);
    }

    /** What was talked about at the table (L3.3). */
    public void negotiated(VisitKey key, String notes) {
        register.change(key, Collections.singletonMap("negotiation", blankToNull(notes)));
    }

    /** The visitor went before the reception was over, and why (L3.3). */
    public void leftEarly(VisitKey key, String reason) {
        register.change(key, Collections.singletonMap("left_reason", blankToNull(reason)));
    }

    /**
     * The entry of the register (L3.8). Who gave name and number becomes the agent's customer, unless an earlier agent
     * counts: theirs they stay (L3.2d). A market survey founds no claim (L3.4).
     *
     * @param activeOnArrival whether a customer, found only by what was written down now, was within validity on arrival
     */
    public void registered(VisitKey key, String agent, VisitEntry entry, Predicate<Customer> activeOnArrival) {
        Visit visit = register.get(key);
        String name = blankToNull(entry.customerName());
        String phone = PhoneNumbers.e164(entry.customerPhone()).orElse(blankToNull(entry.customerPhone()));
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", VisitState.REGISTERED);
        changes.put("agent", agent);
        changes.put("customer_name", name);
        changes.put("customer_phone", phone);
        changes.put("media_source", blankToNull(entry.mediaSource()));
        changes.put("intent", blankToNull(entry.intent()));
        changes.put("floor_area", entry.floorArea());
        changes.put("trade_type", blankToNull(entry.tradeType()));
        changes.put("budget", blankToNull(entry.budget()));
        changes.put("move_in_date", entry.moveInDate());
        changes.put("interests", blankToNull(entry.interests()));
        changes.put("objections", blankToNull(entry.objections()));
        changes.put("next_step", blankToNull(entry.nextStep()));
        changes.put("remarks", blankToNull(entry.remarks()));
        changes.put("script_version", handbook.currentVersion(key.unitId()));
        changes.put("registered_at", clock.instant());
        if (!visit.isMarketSurvey()) {
            changes.put("customer_id", customerOf(visit, agent, name, phone, activeOnArrival));
        }
        register.change(key, changes);
        ask(key, agent, entry.questionForManager());
    }

    private Long customerOf(Visit visit, String agent, String name, String phone, Predicate<Customer> activeOnArrival) {
        Instant at = visit.at();
        boolean ofColleague = ACTIVE.equals(visit.status()) && !agent.equals(visit.owner());
        boolean named = name != null && phone != null;
        if (visit.customerId() != null) {
            customers.contacted(
                    visit.unitId(),
                    visit.customerId(),
                    name,
                    named && !ofColleague ? agent : null,
                    ContactKind.VISIT,
                    at);
            if (phone != null) {
                customers.addPhone(visit.customerId(), visit.unitId(), phone);
            }
            return visit.customerId();
        }
        if (!named) {
            return null;
        }
        String claims = ofColleague ? visit.owner() : agent;
        var same = customers.byPhone(visit.unitId(), phone).stream()
                .filter(customer -> customer.name() == null || name.equals(customer.name()))
                .findFirst();
        if (same.isPresent()) {
            // Not given at the door, and somebody else's all the same: that is for the manager to decide, not for a
            // form.
            boolean staysTheirs = same.get().agent() != null && activeOnArrival.test(same.get());
            customers.contacted(
                    visit.unitId(), same.get().id(), name, staysTheirs ? null : claims, ContactKind.VISIT, at);
            return same.get().id();
        }
        Customer customer = customers.add(visit.unitId(), name, phone, claims, ContactKind.VISIT, at);
        if (visit.visitorPhone() != null && !visit.visitorPhone().equals(phone)) {
            customers.addPhone(customer.id(), visit.unitId(), visit.visitorPhone());
        }
        return customer.id();
    }

    /**
     * Draws whether the manager checks this reception, and starts the check if so (L3.6).
     *
     * @return whether it was drawn
     */
    public boolean sample(VisitKey key) {
        boolean drawn =
                checks.sample(key.unitId(), key.contact(), register.get(key).agent());
        register.change(key, Map.of("checked", drawn));
        return drawn;
    }

    /** What the helper tells the earlier agent (L3.2d). */
    public void handedBack(VisitKey key, String course, String result) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("course", blankToNull(course));
        changes.put("result", blankToNull(result));
        changes.put("handed_back_at", clock.instant());
        register.change(key, changes);
    }

    /** The earlier agent has read it (L3.2d). */
    public void acknowledged(VisitKey key) {
        register.change(key, Map.of("acknowledged_at", clock.instant()));
    }

    /** A question to the manager, at any moment of the reception (L3.7); the reception goes on. */
    public void ask(VisitKey key, String agent, String question) {
        if (blankToNull(question) != null) {
            escalations.raise(key.unitId(), agent, key.contact(), question.strip());
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
