package io.rotadesk.leasing.visit.process;

import io.rotadesk.leasing.escalation.ContactDescription;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.staff.rota.Contact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the manager which visit a question is about, and the agent who gets the answer (L3.7). */
@Component
class VisitDescription implements ContactDescription {

    private final VisitSearch visits;
    private final VisitWording wording;

    VisitDescription(VisitSearch visits, VisitWording wording) {
        this.visits = visits;
        this.wording = wording;
    }

    @Override
    public Optional<String> describe(Contact contact, String seenBy) {
        return contact.kind() == Contact.Kind.VISIT
                ? visits.find(VisitKey.parse(contact.id()), seenBy).map(wording::visitor)
                : Optional.empty();
    }
}
