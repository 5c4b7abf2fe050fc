package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ChosenWords;
import io.rotadesk.web.desk.duty.LedgerSentences;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers the data about a visit: register, ledger, customer, questions to the manager. */
@Component
class VisitEntryViews {

    private final Customers customers;
    private final TurnLedger ledger;
    private final LedgerSentences sentences;
    private final Escalations escalations;
    private final ChosenWords words;

    VisitEntryViews(
            Customers customers,
            TurnLedger ledger,
            LedgerSentences sentences,
            Escalations escalations,
            ChosenWords words) {
        this.customers = customers;
        this.ledger = ledger;
        this.sentences = sentences;
        this.escalations = escalations;
        this.words = words;
    }

    VisitEntryView of(Visit visit, Unit unit, Map<String, String> names, Locale locale) {
        ZoneId zone = unit.settings().zone();
        Map<Long, String> customer = visit.known().customerId() == null
                ? Map.of()
                : customers.names(List.of(visit.known().customerId()));
        List<Customer> candidates =
                visit.known().candidates() > 1 && visit.announced().phone() != null
                        ? customers.byPhone(visit.unitId(), visit.announced().phone())
                        : List.of();
        return new VisitEntryView(
                visit,
                VisitRow.of(visit, zone, names, customer),
                zone,
                words.of("desk.calls.interest.", visit.written().interests(), locale),
                words.of("desk.visits.shown.", visit.showing().shown(), locale),
                candidates,
                sentences.tell(unit.id(), ledger.of(visit.key().contact()), locale),
                escalations.of(visit.key().contact()),
                names);
    }
}
