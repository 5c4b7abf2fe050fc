package io.rotadesk.web.desk.calls;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.web.desk.register.Registered;
import java.time.Instant;

/** A call on the pages of its register. */
public record RegisteredCall(Call call) implements Registered {

    @Override
    public String key() {
        return call.key().toString();
    }

    @Override
    public String unitId() {
        return call.unitId();
    }

    @Override
    public Contact contact() {
        return call.key().contact();
    }

    @Override
    public Instant at() {
        return call.receivedAt();
    }

    @Override
    public Long customerId() {
        return call.caller().customerId();
    }

    @Override
    public int candidates() {
        return call.caller().candidates();
    }

    @Override
    public String phone() {
        return call.caller().phone();
    }

    @Override
    public String name() {
        return call.written().customerName();
    }

    @Override
    public String number() {
        return call.caller().number() != null
                ? call.caller().number()
                : call.written().customerPhone();
    }

    @Override
    public String agent() {
        if (call.cover().by() != null) {
            return call.cover().by();
        }
        return call.talk().agent() != null
                ? call.talk().agent()
                : call.ringing().agent();
    }

    @Override
    public String owner() {
        return call.said().owner();
    }

    @Override
    public boolean erased() {
        return call.erasedAt() != null;
    }

    @Override
    public String interests() {
        return call.written().interests();
    }
}
