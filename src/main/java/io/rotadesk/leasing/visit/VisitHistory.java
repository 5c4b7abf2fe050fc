package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.PastContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A customer's visits, for the customer's page and for follow-ups. */
@Component
class VisitHistory implements ContactHistory {

    private final VisitSearch visits;

    VisitHistory(VisitSearch visits) {
        this.visits = visits;
    }

    @Override
    public List<PastContact> of(long customerId, String seenBy, int atMost) {
        return visits.ofCustomer(customerId, seenBy, atMost).stream()
                .map(VisitHistory::contact)
                .toList();
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
                note.isEmpty() ? null : note);
    }
}
