package io.rotadesk.web.desk.calls;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ChosenWords;
import io.rotadesk.web.desk.duty.LedgerSentences;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers the data about a call: register, ledger, customer, questions to the manager. */
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
        Map<Long, String> customer = call.caller().customerId() == null
                ? Map.of()
                : customers.names(List.of(call.caller().customerId()));
        List<Customer> candidates =
                call.caller().candidates() > 1 && call.caller().phone() != null
                        ? customers.byPhone(call.unitId(), call.caller().phone())
                        : List.of();
        return new CallEntryView(
                call,
                CallRow.of(call, zone, names, customer),
                zone,
                words.of("desk.calls.interest.", call.written().interests(), locale),
                candidates,
                sentences.tell(unit.id(), ledger.of(call.key().contact()), locale),
                escalations.of(call.key().contact()),
                names);
    }
}
