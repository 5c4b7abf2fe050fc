package io.rotadesk.visit.process;

import io.rotadesk.escalation.ContactDescription;
import io.rotadesk.roster.Contact;
import io.rotadesk.visit.VisitKey;
import io.rotadesk.visit.VisitRegister;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the manager whose question it is, and the agent whom to give the answer (L3.7). */
@Component
class VisitDescription implements ContactDescription {

    private final VisitRegister register;
    private final VisitWording wording;

    VisitDescription(VisitRegister register, VisitWording wording) {
        this.register = register;
        this.wording = wording;
    }

    @Override
    public Optional<String> describe(Contact contact) {
        return contact.kind() == Contact.Kind.VISIT
                ? register.find(VisitKey.parse(contact.id())).map(wording::visitor)
                : Optional.empty();
    }
}
