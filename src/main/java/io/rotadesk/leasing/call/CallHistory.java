package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.PastContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's calls, for the customer's page and for follow-ups. */
@Component
class CallHistory implements ContactHistory {

    private final CallSearch calls;
    private final JdbcClient db;

    CallHistory(CallSearch calls, JdbcClient db) {
        this.calls = calls;
        this.db = db;
    }

    @Override
    public List<PastContact> of(long customerId, String seenBy, int atMost) {
        return calls.ofCustomer(customerId, seenBy, atMost).stream()
                .map(CallHistory::contact)
                .toList();
    }

    @Override
    public boolean knowsNumber(long customerId, String phone) {
        return db.sql("""
                        select exists (select from call_register where customer_id = :customer
                          and (caller_phone = :phone or customer_phone = :phone or call_back_number = :phone))
                        """)
                .param("customer", customerId)
                .param("phone", phone)
                .query(Boolean.class)
                .single();
    }

    private static PastContact contact(Call call) {
        String note = Stream.of(
                        call.cover().answer(),
                        call.written().remarks(),
                        call.callBack().remarks())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return new PastContact(
                ContactKind.CALL,
                call.key().toString(),
                call.receivedAt(),
                call.cover().by() != null ? call.cover().by() : call.talk().agent(),
                call.state().name(),
                note.isEmpty() ? null : note,
                calledBack(call.callBack()));
    }

    private static PastContact.CalledBack calledBack(CallBack back) {
        return back.at() == null
                ? null
                : new PastContact.CalledBack(back.outcome(), back.tries(), back.at(), back.by());
    }
}
