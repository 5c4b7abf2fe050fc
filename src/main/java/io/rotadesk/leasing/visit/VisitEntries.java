package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Units;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the agents' entries about a reception: the greeting, the three steps, the register entry and the hand-back
 * (L3.2 to L3.8).
 */
@Service
@Transactional
public class VisitEntries {

    private static final String ACTIVE = "ACTIVE";

    private final Visits visits;
    private final Customers customers;
    private final Rota rota;
    private final Handbook handbook;
    private final Escalations escalations;
    private final ServiceChecks checks;
    private final Units units;
    private final Clock clock;

    VisitEntries(
            Visits visits,
            Customers customers,
            Rota rota,
            Handbook handbook,
            Escalations escalations,
            ServiceChecks checks,
            Units units,
            Clock clock) {
        this.visits = visits;
        this.customers = customers;
        this.rota = rota;
        this.handbook = handbook;
        this.escalations = escalations;
        this.checks = checks;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Records that the agent is with the visitor and has asked (L3.2b); the visitor's answers are kept beside the data
     * found by the number.
     */
    public void greeted(
            VisitKey key, String agent, String purpose, String contactedBefore, String namedAgent, String confirmed) {
        Visit visit = visits.get(key);
        Said said = visit.said().answered(purpose, contactedBefore, namedAgent, confirmed);
        Visit greeted = visit.greetedBy(agent, said, clock.instant());
        rota.taken(key.contact(), agent);
        visits.save(visit, greeted);
    }

    /** As {@code customer-status.dmn} decided (L3.2e). */
    public void decided(VisitKey key, String status) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.decided(status));
    }

    /** Records what the visitor wants to rent (L3.3). */
    public void intent(VisitKey key, String intent, BigDecimal floorArea) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.wants(SafeText.orNull(intent), floorArea));
    }

    /** Records the parts of the project that were shown (L3.3). */
    public void toured(VisitKey key, List<String> shown, String remarks) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.shown(visit.showing().toured(String.join(",", shown), SafeText.orNull(remarks))));
    }

    /** Records the conversation at the table (L3.3). */
    public void negotiated(VisitKey key, String notes) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.shown(visit.showing().negotiated(SafeText.orNull(notes))));
    }

    /** Records that the visitor left before the reception was over, and why (L3.3). */
    public void leftEarly(VisitKey key, String reason) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.shown(visit.showing().leftEarly(SafeText.orNull(reason))));
    }

    /**
     * Records the register entry (L3.8). A visitor who gave name and number becomes the agent's customer, unless they
     * stay the earlier agent's (L3.2d). A market survey founds no claim (L3.4).
     *
     * @param activeOnArrival whether a customer who is found only by this entry was within validity on arrival
     */
    public void registered(VisitKey key, String agent, VisitEntry entry, Predicate<Customer> activeOnArrival) {
        Visit visit = visits.get(key);
        Numbering place = units.get(key.unitId()).settings().numbering();
        Needs needs = entry.needs().cleaned(place);
        String name = needs.customerName();
        String phone =
                entry.phoneUnconfirmed() ? SafeText.orNull(entry.needs().customerPhone()) : needs.customerPhone();
        String ofCustomer = phone != null && !entry.phoneUnconfirmed() && needs.hasNumber() ? phone : null;
        Written written = new Written(
                name,
                phone,
                needs.mediaSource(),
                SafeText.orNull(entry.intent()),
                needs.interests(),
                SafeText.orNull(entry.objections()),
                needs.floorArea(),
                needs.tradeType(),
                needs.budget(),
                needs.moveInDate(),
                SafeText.orNull(entry.nextStep()),
                needs.remarks(),
                handbook.currentVersion(key.unitId()),
                clock.instant());
        Visit registered = visit.registeredBy(agent, written);
        Long customer = visit.isMarketSurvey() ? null : customerOf(visit, agent, name, ofCustomer, activeOnArrival);
        visits.save(visit, visit.isMarketSurvey() ? registered : registered.of(customer));
        if (customer != null) {
            customers.addExtensions(
                    customer,
                    visit.announced().phone(),
                    visit.announced().extension(),
                    ofCustomer,
                    SentNumber.read(entry.needs().customerPhone(), place));
        }
        // Ends the wrap-up: the agent has been free of the visitor since the see-off.
        rota.finished(key.contact(), agent);
        ask(key, agent, needs.question());
    }

    private Long customerOf(Visit visit, String agent, String name, String phone, Predicate<Customer> activeOnArrival) {
        Instant at = visit.at();
        boolean ofColleague = ACTIVE.equals(visit.said().status())
                && !agent.equals(visit.said().owner());
        boolean named = name != null && phone != null;
        if (visit.known().customerId() != null) {
            customers.contacted(
                    visit.unitId(),
                    visit.known().customerId(),
                    name,
                    named && !ofColleague ? agent : null,
                    ContactKind.VISIT,
                    at);
            if (phone != null) {
                customers.addPhone(visit.known().customerId(), visit.unitId(), phone);
            }
            return visit.known().customerId();
        }
        if (!named) {
            return null;
        }
        String claims = ofColleague ? visit.said().owner() : agent;
        var same = customers.byPhone(visit.unitId(), phone).stream()
                .filter(customer -> customer.name() == null || name.equals(customer.name()))
                .findFirst();
        if (same.isPresent()) {
            // The number was not given at the door, but belongs to a colleague's customer: the manager decides that,
            // not a form.
            boolean staysTheirs = same.get().agent() != null && activeOnArrival.test(same.get());
            customers.contacted(
                    visit.unitId(), same.get().id(), name, staysTheirs ? null : claims, ContactKind.VISIT, at);
            return same.get().id();
        }
        Customer customer = customers.add(visit.unitId(), name, phone, claims, ContactKind.VISIT, at);
        if (visit.announced().phone() != null && !visit.announced().phone().equals(phone)) {
            customers.addPhone(customer.id(), visit.unitId(), visit.announced().phone());
        }
        return customer.id();
    }

    /**
     * Decides whether the manager checks this reception, and starts the check if so (L3.6).
     *
     * @return whether it was selected
     */
    public boolean sample(VisitKey key) {
        Visit visit = visits.get(key);
        boolean drawn = checks.sample(key.unitId(), key.contact(), visit.host().agent());
        visits.save(visit, visit.drawn(drawn));
        return drawn;
    }

    /** Records the helper's hand-back to the earlier agent (L3.2d). */
    public void handedBack(VisitKey key, String course, String result) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.handedBack(SafeText.orNull(course), SafeText.orNull(result), clock.instant()));
    }

    /** Records that the earlier agent has read the hand-back (L3.2d). */
    public void acknowledged(VisitKey key) {
        Visit visit = visits.get(key);
        visits.save(visit, visit.acknowledged(clock.instant()));
    }

    /** Sends a question to the manager, at any moment of the reception (L3.7); the reception goes on. */
    public void ask(VisitKey key, String agent, String question) {
        if (SafeText.orNull(question) != null) {
            escalations.raise(key.unitId(), agent, key.contact(), question.strip());
        }
    }
}
