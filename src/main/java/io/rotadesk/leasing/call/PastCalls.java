package io.rotadesk.leasing.call;

import io.rotadesk.engine.EitherWay;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.staff.unit.Agents;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Enters calls of which nothing was heard before they were over (L2.1, L2.3). All of a call is one transaction: it rings nowhere, and it
 * is never missed, not for a moment, if somebody talked with the caller. Calls do not depend on a model: if it fails, all of it is rolled
 * back and done without.
 */
@Service
public class PastCalls {

    /**
     * What became of it.
     *
     * @param first false if the call, or the leg that it is, was reported before; then nothing was changed
     * @param call as it is now, or the conversation to which it belongs; null if it brings no caller and belongs to none
     * @param creditsNobody whether an answer was left out, since nobody on the roster has that phone
     */
    public record PastCall(boolean first, Call call, boolean creditsNobody) {}

    private final IncomingCalls calls;
    private final Calls register;
    private final CallLegs legs;
    private final Agents agents;
    private final EitherWay eitherWay;

    PastCalls(IncomingCalls calls, Calls register, CallLegs legs, Agents agents, EitherWay eitherWay) {
        this.calls = calls;
        this.register = register;
        this.legs = legs;
        this.agents = agents;
        this.eitherWay = eitherWay;
    }

    /** Whether a call, or a leg of one, was ever reported with this id. */
    public boolean isReported(String unitId, String sentId) {
        CallKey key = CallKey.ofSent(unitId, sentId);
        return register.find(key).isPresent() || legs.exists(key);
    }

    /**
     * Enters one. Of a call that brings no new caller only the end is kept. Not to be called within another transaction, in which a model
     * that fails would leave nothing.
     *
     * @param events in the order in which they take effect, the end first
     * @throws java.util.NoSuchElementException if there is no such unit
     */
    public PastCall enter(String unitId, SentCall sent, List<SentEvent> events) {
        CallKey key = CallKey.ofSent(unitId, sent.callId());
        return eitherWay.start(unitId, null, withoutModel -> {
            CallReceipt receipt = calls.receive(unitId, sent, withoutModel);
            if (!receipt.first()) {
                return new PastCall(false, receipt.call(), false);
            }
            List<SentEvent> known = events.stream()
                    .filter(event -> event.type() == CallEvent.HUNG_UP
                            || !receipt.isLeg() && isAtAPhoneOfOurs(unitId, event.extension()))
                    .toList();
            known.forEach(event -> calls.event(key, event, withoutModel));
            return receipt.isLeg()
                    ? new PastCall(true, receipt.call(), false)
                    : new PastCall(true, calls.find(unitId, sent.callId()), known.size() < events.size());
        });
    }

    private boolean isAtAPhoneOfOurs(String unitId, String sent) {
        String extension = Extensions.plain(sent);
        return extension != null && agents.atExtension(unitId, extension).isPresent();
    }
}
