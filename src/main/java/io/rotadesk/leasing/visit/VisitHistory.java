package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.PastContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's visits, for the customer's page and for follow-ups. */
@Component
class VisitHistory implements ContactHistory {

    private final VisitSearch visits;
    private final JdbcClient db;

    VisitHistory(VisitSearch visits, JdbcClient db) {
        this.visits = visits;
        this.db = db;
    }

    @Override
    public List<PastContact> of(long customerId, String seenBy, int atMost) {
        return visits.ofCustomer(customerId, seenBy, atMost).stream()
                .map(VisitHistory::contact)
                .toList();
    }

    @Override
    public boolean knowsNumber(long customerId, String phone) {
        return db.sql("""
                        select exists (select from visit_register where customer_id = :customer
                          and (visitor_phone = :phone or customer_phone = :phone))
                        """)
                .param("customer", customerId)
                .param("phone", phone)
                .query(Boolean.class)
                .single();
    }

    private static PastContact contact(Visit visit) {
        String note = Stream.of(
                        visit.showing().negotiation(),
                        visit.written().objections(),
                        visit.written().nextStep(),
                        visit.written().remarks(),
                        visit.afterwards().course(),
                        visit.afterwards().result())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return new PastContact(
                ContactKind.VISIT,
                visit.key().toString(),
                visit.at(),
                visit.host().helpedBy() != null
                        ? visit.host().helpedBy()
                        : visit.host().agent(),
                visit.state().name(),
                note.isEmpty() ? null : note,
                null);
    }
}
