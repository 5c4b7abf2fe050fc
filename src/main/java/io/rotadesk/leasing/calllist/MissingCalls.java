package io.rotadesk.leasing.calllist;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.PastCalls;
import io.rotadesk.leasing.call.PastCalls.PastCall;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Enters calls that the phone system lists and that never arrived. */
@Service
public class MissingCalls {

    private final CallDifferences differences;
    private final PastCalls calls;

    MissingCalls(CallDifferences differences, PastCalls calls) {
        this.differences = differences;
        this.calls = calls;
    }

    /**
     * Enters a call as if it were reported late: whoever talked with the caller registers it, and without such a person, or if nobody
     * picked up, it is a missed call that somebody returns (L2.1, L2.3). It rings nowhere. If it was reported meanwhile, or is a leg
     * of a conversation, that is what it becomes. The first to settle it has entered it.
     *
     * @return the call, or the conversation of a leg; empty if it is settled already, not one of this unit, or no call to be entered
     */
    public Optional<Call> enter(String unitId, long id, String by) {
        return differences.open(unitId, id).filter(CallDifference::canBeEntered).flatMap(missing -> {
            SentCall sent = new SentCall(
                    sentId(missing), missing.number(), missing.at(), SentCall.Direction.INBOUND, null, null);
            // The same call again is known: nothing is entered twice, even if it could not be settled before.
            PastCall entered = calls.enter(unitId, sent, events(missing));
            return differences.settle(unitId, id, by) ? Optional.ofNullable(entered.call()) : Optional.empty();
        });
    }

    private static List<SentEvent> events(CallDifference missing) {
        SentEvent end = new SentEvent(CallEvent.HUNG_UP, null, null, null, null);
        return Boolean.TRUE.equals(missing.answered())
                ? List.of(end, new SentEvent(CallEvent.ANSWERED, missing.extension(), null, missing.at(), null))
                : List.of(end);
    }

    private static String sentId(CallDifference missing) {
        return missing.listedId() == null ? "list-" + missing.id() : missing.listedId();
    }
}
