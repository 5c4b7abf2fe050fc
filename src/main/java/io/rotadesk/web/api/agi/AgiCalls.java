package io.rotadesk.web.api.agi;

import io.rotadesk.access.ApiTokens;
import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import org.springframework.stereotype.Component;

/** The calls of a dialplan go the same way as those of the REST API. */
@Component
class AgiCalls implements CallDesk {

    private final ApiTokens tokens;
    private final IncomingCalls calls;
    private final Agents agents;
    private final Collisions collisions;

    AgiCalls(ApiTokens tokens, IncomingCalls calls, Agents agents, Collisions collisions) {
        this.tokens = tokens;
        this.calls = calls;
        this.agents = agents;
        this.collisions = collisions;
    }

    @Override
    public boolean mayPhone(String unit, String token) {
        return tokens.authenticate(token)
                .filter(phone -> phone.unit().equals(unit))
                .isPresent();
    }

    @Override
    public Next received(String unit, String callId, String from, String queue) {
        CallReceipt receipt = calls.receive(unit, new SentCall(callId, from, null, null, queue, null));
        return receipt.isLeg() ? new Next(Place.NO_CALLER, null, null) : now(unit, callId);
    }

    @Override
    public Next now(String unit, String callId) {
        Call call = calls.find(unit, callId);
        if (call.state() == CallState.RINGING && call.ringing().agent() != null) {
            return new Next(
                    Place.RING,
                    extension(call.ringing().agent()),
                    call.ringing().answerBy());
        }
        boolean given = call.state() == CallState.ANSWERED && call.talk().endedAt() == null;
        if (given) {
            return new Next(Place.CONNECT, extension(call.talk().agent()), null);
        }
        boolean waits = call.state() == CallState.RECEIVED
                || call.state() == CallState.RINGING
                || call.state() == CallState.UNASSIGNED;
        return new Next(waits ? Place.WAIT : Place.OVER, null, null);
    }

    private String extension(String login) {
        return agents.find(login)
                .map(Agent::extension)
                .filter(extension -> !extension.isBlank())
                .orElse(null);
    }

    @Override
    public Next notAnswered(String unit, String callId, String extension) {
        report(unit, callId, CallEvent.NO_ANSWER, extension, null);
        return now(unit, callId);
    }

    @Override
    public void answered(String unit, String callId, String extension) {
        report(unit, callId, CallEvent.ANSWERED, extension, null);
    }

    @Override
    public void hungUp(String unit, String callId, String cause) {
        report(unit, callId, CallEvent.HUNG_UP, null, cause);
    }

    private void report(String unit, String callId, CallEvent event, String extension, String cause) {
        collisions.again(
                () -> calls.event(new CallKey(unit, callId), new SentEvent(event, extension, null, null, cause)));
    }
}
