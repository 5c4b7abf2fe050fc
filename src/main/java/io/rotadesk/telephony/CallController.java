package io.rotadesk.telephony;

import io.rotadesk.call.CallDesk;
import io.rotadesk.call.CallDesk.EventResult;
import io.rotadesk.call.CallDesk.Reception;
import io.rotadesk.call.CallDesk.Ring;
import io.rotadesk.call.CallEvent;
import io.rotadesk.call.CallKey;
import io.rotadesk.engine.Collisions;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls of a unit, as its phone system brings and follows them (docs/api.md). */
@RestController
@RequestMapping("/api/units/{unit}/calls")
@PreAuthorize("@unitAccess.mayPhone(#unit)")
class CallController {

    private final CallDesk desk;
    private final Agents agents;
    private final Collisions collisions;

    CallController(CallDesk desk, Agents agents, Collisions collisions) {
        this.desk = desk;
        this.agents = agents;
        this.collisions = collisions;
    }

    /** Brings a call in: 201 the first time, 200 with the same answer when it is sent again. */
    @PostMapping
    ResponseEntity<CallAnswer> receive(@PathVariable String unit, @Valid @RequestBody IncomingCall call) {
        Reception reception = desk.receive(
                new CallKey(unit, call.callId()),
                call.from(),
                call.receivedAt() == null ? null : call.receivedAt().toInstant());
        return ResponseEntity.status(reception.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new CallAnswer(call.callId(), offer(reception.offer()), caller(reception)));
    }

    /** What became of a call: 200 with the next offer, if any; 409 when the call is past such an event. */
    @PostMapping("/{callId}/events")
    EventAnswer event(@PathVariable String unit, @PathVariable String callId, @Valid @RequestBody Event event) {
        CallKey key = new CallKey(unit, callId);
        EventResult result =
                collisions.again(() -> desk.event(key, event.type().meaning, event.extension(), event.eventId()));
        if (!result.accepted()) {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT, Problems.past(callId, event.type().name()), null);
        }
        return new EventAnswer(callId, offer(result.next()));
    }

    private static Offer offer(Ring ring) {
        return ring == null
                ? null
                : new Offer(
                        ring.agent().login(), ring.agent().name(), ring.agent().extension(), ring.answerBy());
    }

    private KnownCaller caller(Reception reception) {
        Long customer = reception.call().customerId();
        if (customer == null) {
            return null;
        }
        String agent = reception.call().priorAgent();
        return new KnownCaller(
                customer,
                agent,
                agent == null ? null : agents.find(agent).map(Agent::name).orElse(null));
    }

    /**
     * @param from the caller's number as it was transmitted; absent or empty when it is withheld
     * @param receivedAt with offset; absent for now
     */
    record IncomingCall(
            @NotBlank @Size(max = 120) @Pattern(regexp = "[\\w.@:+-]+", message = "{telephony.callId}")
            String callId,

            @Size(max = 60) String from,
            OffsetDateTime receivedAt) {}

    /** @param offer null when nobody can take the call; the manager has been given it */
    record CallAnswer(String callId, Offer offer, KnownCaller customer) {}

    record Offer(String agent, String name, String extension, Instant answerBy) {}

    /** @param agent whose customer calls; absent when it is nobody's */
    record KnownCaller(long id, String agent, String agentName) {}

    /**
     * @param extension where it rang or was picked up; sending it keeps a late report from hitting the next agent
     * @param eventId with it an event that is sent again has no second effect
     */
    record Event(
            @NotNull EventType type,
            @Size(max = 40) String extension,
            @Size(max = 120) String eventId) {}

    record EventAnswer(String callId, Offer offer) {}

    /** The words of the API for what a phone system reports. */
    enum EventType {
        answered(CallEvent.ANSWERED),
        noAnswer(CallEvent.NO_ANSWER),
        hungUp(CallEvent.HUNG_UP);

        private final CallEvent meaning;

        EventType(CallEvent meaning) {
            this.meaning = meaning;
        }
    }
}
