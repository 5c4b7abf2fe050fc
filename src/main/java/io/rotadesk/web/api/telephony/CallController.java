package io.rotadesk.web.api.telephony;

import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.IncomingCalls.EventResult;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import io.rotadesk.platform.input.SentMoment;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.telephony.CallBodies.CallAnswer;
import io.rotadesk.web.api.telephony.CallBodies.CallStatus;
import io.rotadesk.web.api.telephony.CallBodies.Event;
import io.rotadesk.web.api.telephony.CallBodies.EventAnswer;
import io.rotadesk.web.api.telephony.CallBodies.IncomingCall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The calls of a unit, for its phone system, which reports each call and its events (docs/api.md). */
@Tag(name = "Calls")
@RestController
@RequestMapping("/api/units/{unit}/calls")
@PreAuthorize("@unitAccess.mayPhone(#unit)")
class CallController {

    private static final Logger log = LoggerFactory.getLogger(CallController.class);

    private final IncomingCalls incomingCalls;
    private final CallAnswers answers;
    private final CallWaiters waiters;
    private final Units units;
    private final Collisions collisions;
    private final Clock clock;

    CallController(
            IncomingCalls incomingCalls,
            CallAnswers answers,
            CallWaiters waiters,
            Units units,
            Collisions collisions,
            Clock clock) {
        this.incomingCalls = incomingCalls;
        this.answers = answers;
        this.waiters = waiters;
        this.units = units;
        this.collisions = collisions;
        this.clock = clock;
    }

    /** Reports a call: 201 the first time, 200 with the same answer when it is sent again. */
    @Operation(summary = "Brings a call in and answers where it rings; 200 with the same answer when it is sent again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<CallAnswer> receive(@PathVariable String unit, @Valid @RequestBody IncomingCall call) {
        SentMoment received = moment(unit, "receivedAt", SentText.text(call.receivedAt()));
        String way = SentText.text(call.direction());
        String unusable = new Unusable()
                .with("from", call.from())
                .with("receivedAt", call.receivedAt())
                .with("receivedAt", received.unusable())
                .with("direction", call.direction())
                .with("direction", Directions.isKnown(way) ? null : way)
                .with("queue", call.queue())
                .text();
        CallReceipt reception = incomingCalls.receive(
                unit,
                new SentCall(
                        call.callId().strip(),
                        SentText.text(call.from()),
                        received.at(),
                        Directions.of(way),
                        SentText.text(call.queue()),
                        unusable));
        return ResponseEntity.status(reception.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answers.of(call.callId().strip(), reception));
    }

    /** Reports an event of a call: 200 with the next offer, if any; 409 when the call is past such an event. */
    @Operation(summary = "Reports an event of a call; answers with the next offer, if any")
    @PostMapping("/{callId}/events")
    EventAnswer event(@PathVariable String unit, @PathVariable String callId, @Valid @RequestBody Event event) {
        CallKey key = new CallKey(unit, callId.strip());
        SentMoment occurred = moment(unit, "occurredAt", SentText.text(event.occurredAt()));
        SentEvent sent = new SentEvent(
                event.type().meaning,
                Event.said(event.extension()),
                EventIds.kept(Event.said(event.eventId())),
                occurred.at(),
                Event.said(event.cause()),
                new Unusable()
                        .with("extension", event.extension())
                        .with("eventId", event.eventId())
                        .with("occurredAt", event.occurredAt())
                        .with("occurredAt", occurred.unusable())
                        .with("cause", event.cause())
                        .text());
        EventResult result = collisions.again(() -> incomingCalls.event(key, sent));
        if (!result.accepted()) {
            throw new PastEventException(callId, event.type().name());
        }
        return new EventAnswer(callId, answers.offer(result.next()));
    }

    /** The same for an id that cannot stand in an address. */
    @Operation(summary = "Reports an event of a call whose id, in the body, cannot stand in an address")
    @PostMapping("/events")
    EventAnswer event(@PathVariable String unit, @Valid @RequestBody Event event) {
        if (event.callId() == null || event.callId().isBlank()) {
            throw new MissingIdException();
        }
        return event(unit, event.callId(), event);
    }

    /**
     * The state of a call now, or as soon as it is another one.
     *
     * @param after the version that the sender knows; the answer then waits until there is another one
     * @param wait how many seconds at most
     */
    @Operation(summary = "The state of a call; with 'after' the answer waits until the state is another one")
    @GetMapping("/{callId}")
    DeferredResult<CallStatus> status(
            @PathVariable String unit,
            @PathVariable String callId,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "25") @Min(0) @Max(30) int wait) {
        return waiters.await(
                unit,
                () -> answers.status(callId, incomingCalls.find(unit, callId.strip())),
                after,
                Duration.ofSeconds(wait));
    }

    /** The same for an id that cannot stand in an address. */
    @Operation(summary = "The state of a call whose id cannot stand in an address")
    @GetMapping
    DeferredResult<CallStatus> statusOf(
            @PathVariable String unit,
            @RequestParam @NotBlank String callId,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "25") @Min(0) @Max(30) int wait) {
        return status(unit, callId, after, wait);
    }

    private SentMoment moment(String unit, String field, String sent) {
        SentMoment moment = SentMoment.of(sent, units.get(unit).settings().zone(), clock.instant());
        if (moment.unusable() != null) {
            log.info("'{}' of a call of unit {} was not used: {}", field, unit, moment.unusable());
        }
        return moment;
    }
}
