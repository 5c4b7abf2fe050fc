package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.CustomerErased;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import io.rotadesk.staff.rota.Contact;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases a person from the visit register, customer or not: the register then only shows that there was a visit. */
@Component
class ErasedVisitors implements PersonalRecords {

    private final Visits visits;
    private final VisitProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedVisitors(Visits visits, VisitProcess process, ApplicationEventPublisher events, Clock clock) {
        this.visits = visits;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void forget(CustomerErased erased) {
        forgotten(visits.erase(erased.unitId(), erased.customerId(), erased.phones(), clock.instant()));
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public boolean isInHand(Person person) {
        return visits.isInHand(person.unitId(), visitId(person), person.digits());
    }

    @Override
    public int erase(Person person, String by) {
        List<VisitKey> erased = visits.erase(person.unitId(), visitId(person), person.digits(), clock.instant());
        forgotten(erased);
        return erased.size();
    }

    private void forgotten(List<VisitKey> erased) {
        erased.forEach(process::forget);
        erased.forEach(visit -> events.publishEvent(new ContactErased(visit.contact())));
    }

    private static String visitId(Person person) {
        String id = person.entryOf(Contact.Kind.VISIT);
        return id == null ? null : VisitKey.parse(id).visitId();
    }
}
