package io.rotadesk.web.api.telephony;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.IncomingCalls.Ring;
import io.rotadesk.leasing.call.LegKind;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.api.telephony.CallBodies.CallAnswer;
import io.rotadesk.web.api.telephony.CallBodies.CallStatus;
import io.rotadesk.web.api.telephony.CallBodies.KnownCaller;
import io.rotadesk.web.api.telephony.CallBodies.Leg;
import io.rotadesk.web.api.telephony.CallBodies.Offer;
import io.rotadesk.web.api.telephony.CallBodies.Problem;
import io.rotadesk.web.api.telephony.CallBodies.Talking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says in the words of the API what became of a call. */
@Component
class CallAnswers {

    private static final Logger log = LoggerFactory.getLogger(CallAnswers.class);

    private final Agents agents;

    CallAnswers(Agents agents) {
        this.agents = agents;
    }

    /** @param callId as the phone system sent it */
    CallAnswer of(String callId, CallReceipt receipt) {
        return receipt.isLeg()
                ? new CallAnswer(
                        callId, null, null, leg(receipt.leg()), receipt.call() == null ? null : sentId(receipt.call()))
                : new CallAnswer(callId, offer(receipt.offer()), caller(receipt.call()), null, null);
    }

    private static Leg leg(LegKind kind) {
        return switch (kind) {
            case SAME_CALLER -> Leg.sameCaller;
            case INTERNAL -> Leg.internal;
            case OUTBOUND -> Leg.outbound;
        };
    }

    private static String sentId(Call call) {
        return call.sent().id() != null ? call.sent().id() : call.callId();
    }

    /** @return null if it rings nowhere */
    Offer offer(Ring ring) {
        if (ring == null) {
            return null;
        }
        Agent agent = ring.agent();
        boolean noPhone = agent.extension().isBlank();
        if (noPhone) {
            log.warn("A call is offered to {}, for whom the roster has no extension", agent.login());
        }
        return new Offer(
                agent.login(),
                agent.name(),
                noPhone ? null : agent.extension(),
                ring.answerBy(),
                ring.number(),
                noPhone ? Problem.noExtension : null);
    }

    /** @param callId as the phone system sent it */
    CallStatus status(String callId, Call call) {
        Offer offer = call.state() == CallState.RINGING && call.ringing().agent() != null
                ? offer(new Ring(
                        agents.get(call.ringing().agent()),
                        call.ringing().answerBy(),
                        call.ringing().offers()))
                : null;
        Talking talking = call.talk().answeredAt() != null
                        && call.talk().endedAt() == null
                        && call.talk().agent() != null
                ? talking(call)
                : null;
        String version = call.state() + "." + call.ringing().offers() + "."
                + (talking == null ? "" : talking.agent())
                + (call.talk().endedAt() == null ? "" : ".ended");
        return new CallStatus(
                callId, call.unitId(), call.state(), offer, talking, call.talk().endedAt(), version);
    }

    private Talking talking(Call call) {
        Agent agent = agents.get(call.talk().agent());
        return new Talking(
                agent.login(),
                agent.name(),
                agent.extension().isBlank() ? null : agent.extension(),
                call.talk().handedOverAt() != null
                        ? call.talk().handedOverAt()
                        : call.talk().answeredAt());
    }

    private KnownCaller caller(Call call) {
        Long customer = call.caller().customerId();
        if (customer == null) {
            return null;
        }
        String agent = call.caller().priorAgent();
        return new KnownCaller(
                customer,
                agent,
                agent == null ? null : agents.find(agent).map(Agent::name).orElse(null));
    }
}
