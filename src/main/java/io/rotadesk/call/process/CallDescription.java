package io.rotadesk.call.process;

import io.rotadesk.call.Call;
import io.rotadesk.call.CallKey;
import io.rotadesk.call.CallRegister;
import io.rotadesk.escalation.ContactDescription;
import io.rotadesk.roster.Contact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the manager whose question it is, and the agent which number to call with the answer (L3.7). */
@Component
class CallDescription implements ContactDescription {

    private final CallRegister register;
    private final CallWording wording;

    CallDescription(CallRegister register, CallWording wording) {
        this.register = register;
        this.wording = wording;
    }

    @Override
    public Optional<String> describe(Contact contact) {
        return contact.kind() == Contact.Kind.CALL
                ? register.find(CallKey.parse(contact.id())).map(this::line)
                : Optional.empty();
    }

    private String line(Call call) {
        return call.customerName() == null && call.customerPhone() == null && call.callBackNumber() == null
                ? wording.caller(call)
                : wording.customer(call);
    }
}
