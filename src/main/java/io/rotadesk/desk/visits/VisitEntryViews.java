package io.rotadesk.desk.visits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.desk.duty.LedgerSentences;
import io.rotadesk.escalation.Escalations;
import io.rotadesk.roster.TurnLedger;
import io.rotadesk.roster.Unit;
import io.rotadesk.visit.Visit;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what is known about a visit: register, ledger, customer, questions to the manager. */
@Component
class VisitEntryViews {

    private final Customers customers;
    private final TurnLedger ledger;
    private final LedgerSentences sentences;
    private final Escalations escalations;
    private final ObjectMapper json;
    private final MessageSource messages;

    VisitEntryViews(
            Customers customers,
            TurnLedger ledger,
            LedgerSentences sentences,
            Escalations escalations,
            ObjectMapper json,
            MessageSource messages) {
        this.customers = customers;
        this.ledger = ledger;
        this.sentences = sentences;
        this.escalations = escalations;
        this.json = json;
        this.messages = messages;
    }

    VisitEntryView of(Visit visit, Unit unit, Map<String, String> names, Locale locale) {
        ZoneId zone = unit.settings().zone();
        Map<Long, String> customer =
                visit.customerId() == null ? Map.of() : customers.names(List.of(visit.customerId()));
        List<Customer> candidates = visit.candidates() > 1 && visit.visitorPhone() != null
                ? customers.byPhone(visit.unitId(), visit.visitorPhone())
                : List.of();
        return new VisitEntryView(
                visit,
                VisitRow.of(visit, zone, names, customer),
                zone,
                words("desk.calls.interest.", interests(visit), locale),
                words("desk.visits.shown.", visit.shown(), locale),
                candidates,
                sentences.tell(unit.id(), ledger.of(visit.key().contact()), locale),
                escalations.of(visit.key().contact()),
                names);
    }

    /** A choice that a process owner has added to a form shows as it is. */
    private List<String> words(String key, List<String> choices, Locale locale) {
        return choices.stream()
                .map(one -> messages.getMessage(key + one, null, one, locale))
                .toList();
    }

    private List<String> interests(Visit visit) {
        if (visit.interests() == null) {
            return List.of();
        }
        try {
            return json.readValue(visit.interests(), new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            return List.of(visit.interests());
        }
    }
}
