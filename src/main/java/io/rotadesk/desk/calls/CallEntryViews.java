package io.rotadesk.desk.calls;

import io.rotadesk.call.Call;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.desk.ChosenWords;
import io.rotadesk.desk.duty.LedgerSentences;
import io.rotadesk.escalation.Escalations;
import io.rotadesk.roster.TurnLedger;
import io.rotadesk.roster.Unit;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what is known about a call: register, ledger, customer, questions to the manager. */
@Component
class CallEntryViews {

    private final Customers customers;
    private final TurnLedger ledger;
    private final LedgerSentences sentences;
    private final Escalations escalations;
    private final ChosenWords words;

    CallEntryViews(
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

    CallEntryView of(Call call, Unit unit, Map<String, String> names, Locale locale) {
        ZoneId zone = unit.settings().zone();
        Map<Long, String> customer = call.customerId() == null ? Map.of() : customers.names(List.of(call.customerId()));
        List<Customer> candidates = call.candidates() > 1 && call.callerPhone() != null
                ? customers.byPhone(call.unitId(), call.callerPhone())
                : List.of();
        return new CallEntryView(
                call,
                CallRow.of(call, zone, names, customer),
                zone,
                words.of("desk.calls.interest.", call.interests(), locale),
                candidates,
                sentences.tell(unit.id(), ledger.of(call.key().contact()), locale),
                escalations.of(call.key().contact()),
                names);
    }
}
