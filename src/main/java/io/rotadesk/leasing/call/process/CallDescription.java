package io.rotadesk.leasing.call.process;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.escalation.ContactDescription;
import io.rotadesk.staff.rota.Contact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the manager which call a question is about, and the agent which number to call with the answer (L3.7). */
@Component
class CallDescription implements ContactDescription {

    private final CallSearch calls;
    private final CallWording wording;

    CallDescription(CallSearch calls, CallWording wording) {
        this.calls = calls;
        this.wording = wording;
    }

    @Override
    public Optional<String> describe(Contact contact, String seenBy) {
        return contact.kind() == Contact.Kind.CALL
                ? calls.find(CallKey.parse(contact.id()), seenBy).map(this::line)
                : Optional.empty();
    }

    private String line(Call call) {
        return call.written().customerName() == null
                        && call.written().customerPhone() == null
                        && call.cover().callBackNumber() == null
                ? wording.caller(call)
                : wording.customer(call);
    }
}
