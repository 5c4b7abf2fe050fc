package io.rotadesk.leasing.phonesystem;

import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;

/**
 * A call, or an event of it.
 *
 * @param call as far as the message tells: it is entered if an event is the first that is heard of it
 * @param event null for a call that comes in
 */
record CallReport(SentCall call, SentEvent event) {

    static CallReport comesIn(SentCall call) {
        return new CallReport(call, null);
    }

    boolean isTheEnd() {
        return event != null && event.type() == CallEvent.HUNG_UP;
    }

    /** A word for pages. */
    String word() {
        return event == null ? "COMES_IN" : event.type().name();
    }
}
