package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.Arrival;
import io.rotadesk.leasing.customer.Arrivals;
import io.rotadesk.leasing.customer.ContactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The data found by the number when a customer's calls came in. */
@Component
class CallArrivals implements Arrivals {

    private final CallSearch calls;

    CallArrivals(CallSearch calls) {
        this.calls = calls;
    }

    @Override
    public List<Arrival> of(long customerId, int atMost) {
        return calls.ofCustomer(customerId, null, atMost).stream()
                .map(CallArrivals::arrival)
                .toList();
    }

    private static Arrival arrival(Call call) {
        return new Arrival(
                ContactKind.CALL,
                call.key().toString(),
                call.receivedAt(),
                call.caller().priorAgent(),
                call.caller().priorContactKind(),
                call.caller().priorContactAt(),
                call.written().status());
    }
}
