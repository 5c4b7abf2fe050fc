package io.rotadesk.visit;

import io.rotadesk.customer.ContactHistory;
import io.rotadesk.customer.ContactKind;
import io.rotadesk.customer.PastContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A customer's visits, for their page and for whoever follows them up. */
@Component
class VisitHistory implements ContactHistory {

    private final VisitRegister register;

    VisitHistory(VisitRegister register) {
        this.register = register;
    }

    @Override
    public List<PastContact> of(long customerId, String seenBy, int atMost) {
        return register.ofCustomer(customerId, atMost).stream()
                .filter(visit -> seenBy == null || tookPart(visit, seenBy))
                .map(VisitHistory::contact)
                .toList();
    }

    private static boolean tookPart(Visit visit, String login) {
        return Stream.of(visit.agent(), visit.greetedBy(), visit.helpedBy(), visit.owner())
                .anyMatch(login::equals);
    }

    private static PastContact contact(Visit visit) {
        String note = Stream.of(
                        visit.negotiation(), visit.objections(), visit.nextStep(), visit.remarks(), visit.result())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return new PastContact(
                ContactKind.VISIT,
                visit.key().toString(),
                visit.greetedAt(),
                visit.helpedBy() != null ? visit.helpedBy() : visit.agent(),
                visit.state().name(),
                note.isEmpty() ? null : note);
    }
}
