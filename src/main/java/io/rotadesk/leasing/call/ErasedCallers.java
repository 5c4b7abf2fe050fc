package io.rotadesk.leasing.call;

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

/** Erases a person from the call register, customer or not: the register then only shows that there was a call. */
@Component
class ErasedCallers implements PersonalRecords {

    private final Calls calls;
    private final MissedReturns returns;
    private final CallProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedCallers(
            Calls calls, MissedReturns returns, CallProcess process, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.returns = returns;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void forget(CustomerErased erased) {
        forgotten(calls.erase(erased.unitId(), erased.customerId(), erased.phones(), clock.instant()));
        returns.erase(erased.unitId(), erased.phones());
    }

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public boolean isInHand(Person person) {
        return calls.isInHand(person.unitId(), callId(person), person.digits());
    }

    @Override
    public int erase(Person person, String by) {
        List<CallKey> erased = calls.erase(person.unitId(), callId(person), person.digits(), clock.instant());
        forgotten(erased);
        returns.erase(person.unitId(), callId(person), person.digits());
        return erased.size();
    }

    private void forgotten(List<CallKey> erased) {
        erased.forEach(process::forget);
        erased.forEach(call -> events.publishEvent(new ContactErased(call.contact())));
    }

    private static String callId(Person person) {
        String id = person.entryOf(Contact.Kind.CALL);
        return id == null ? null : CallKey.parse(id).callId();
    }
}
