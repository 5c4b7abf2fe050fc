package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.web.desk.register.Registered;
import java.time.Instant;

/** A visit on the pages of its register and of the reception. */
public record RegisteredVisit(Visit visit) implements Registered {

    @Override
    public String key() {
        return visit.key().toString();
    }

    @Override
    public String unitId() {
        return visit.unitId();
    }

    @Override
    public Contact contact() {
        return visit.key().contact();
    }

    @Override
    public Instant at() {
        return visit.at();
    }

    @Override
    public Long customerId() {
        return visit.known().customerId();
    }

    @Override
    public int candidates() {
        return visit.known().candidates();
    }

    @Override
    public String phone() {
        return visit.announced().phone();
    }

    @Override
    public String name() {
        return visit.written().customerName() != null
                ? visit.written().customerName()
                : visit.announced().name();
    }

    @Override
    public String number() {
        return visit.written().customerPhone() != null
                ? visit.written().customerPhone()
                : visit.announced().number();
    }

    @Override
    public String agent() {
        return visit.host().helpedBy() != null
                ? visit.host().helpedBy()
                : visit.host().agent();
    }

    @Override
    public String owner() {
        return visit.said().owner();
    }

    @Override
    public boolean erased() {
        return visit.erasedAt() != null;
    }

    @Override
    public String interests() {
        return visit.written().interests();
    }
}
