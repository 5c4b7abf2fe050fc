package io.rotadesk.web.api.telephony;

import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.IncomingCalls.EventResult;
import io.rotadesk.leasing.call.IncomingCalls.Ring;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.api.telephony.CallBodies.CallAnswer;
import io.rotadesk.web.api.telephony.CallBodies.Event;
import io.rotadesk.web.api.telephony.CallBodies.EventAnswer;
import io.rotadesk.web.api.telephony.CallBodies.IncomingCall;
import io.rotadesk.web.api.telephony.CallBodies.KnownCaller;
import io.rotadesk.web.api.telephony.CallBodies.Offer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls of a unit, for its phone system, which reports each call and its events (docs/api.md). */
@Tag(name = "Calls")
@RestController
@RequestMapping("/api/units/{unit}/calls")
@PreAuthorize("@unitAccess.mayPhone(#unit)")
class CallController {

    private static final Logger log = LoggerFactory.getLogger(CallController.class);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final IncomingCalls incomingCalls;
    private final Agents agents;
    private final Collisions collisions;
    private final Clock clock;

    CallController(IncomingCalls incomingCalls, Agents agents, Collisions collisions, Clock clock) {
        this.incomingCalls = incomingCalls;
        this.agents = agents;
        this.collisions = collisions;
        this.clock = clock;
    }

    /**
     * Reports a call: 201 the first time, 200 with the same answer when it is sent again; 409 when the id belongs to a
     * call from another number.
     */
    @Operation(summary = "Brings a call in and answers where it rings; 200 with the same answer when it is sent again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<CallAnswer> receive(@PathVariable String unit, @Valid @RequestBody IncomingCall call) {
        CallReceipt reception =
                incomingCalls.receive(new CallKey(unit, call.callId()), call.from(), soon(call.receivedAt()));
        if (!reception.first() && isAnother(call.from(), reception.call())) {
            throw new OtherCallException(call.callId());
        }
        return ResponseEntity.status(reception.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new CallAnswer(call.callId(), offer(reception.offer()), caller(reception)));
    }

    /** Reports an event of a call: 200 with the next offer, if any; 409 when the call is past such an event. */
    @Operation(summary = "Reports an event of a call; answers with the next offer, if any")
    @PostMapping("/{callId}/events")
    EventAnswer event(@PathVariable String unit, @PathVariable String callId, @Valid @RequestBody Event event) {
        CallKey key = new CallKey(unit, callId);
        EventResult result = collisions.again(
                () -> incomingCalls.event(key, event.type().meaning, event.extension(), event.eventId()));
        if (!result.accepted()) {
            throw new PastEventException(callId, event.type().name());
        }
        return new EventAnswer(callId, offer(result.next()));
    }

    /** The time of a clock that is a day off is useless. */
    private Instant soon(Instant receivedAt) {
        if (receivedAt == null
                || Duration.between(receivedAt, clock.instant()).abs().compareTo(A_DAY) <= 0) {
            return receivedAt;
        }
        log.info("'receivedAt' of a call is not within a day of now and was left out");
        return null;
    }

    /** A missing number in the second request does not count as another number. */
    private static boolean isAnother(String from, Call known) {
        return from != null
                && !from.isBlank()
                && known.caller().raw() != null
                && !from.strip().equals(known.caller().raw())
                && !PhoneNumbers.e164(from)
                        .map(number -> number.equals(known.caller().phone()))
                        .orElse(false);
    }

    private static Offer offer(Ring ring) {
        return ring == null
                ? null
                : new Offer(
                        ring.agent().login(), ring.agent().name(), ring.agent().extension(), ring.answerBy());
    }

    private KnownCaller caller(CallReceipt reception) {
        Long customer = reception.call().caller().customerId();
        if (customer == null) {
            return null;
        }
        String agent = reception.call().caller().priorAgent();
        return new KnownCaller(
                customer,
                agent,
                agent == null ? null : agents.find(agent).map(Agent::name).orElse(null));
    }
}
