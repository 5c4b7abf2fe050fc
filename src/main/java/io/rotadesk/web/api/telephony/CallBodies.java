package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * The bodies of requests and answers for phone systems. They send more than we ask for, and some of it is odd: a call
 * rings all the same.
 */
final class CallBodies {

    /** Any text that can be printed. */
    static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]+";

    private CallBodies() {}

    /**
     * @param from the caller's number as it was transmitted; absent or empty when it is withheld
     * @param receivedAt absent if the call came in now
     * @param direction absent for a call that comes in
     * @param queue the phone system's
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record IncomingCall(
            @JsonDeserialize(using = SentId.class)
            @NotBlank
            @Pattern(regexp = PRINTABLE, message = "{input.bad.printable}")
            String callId,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText from,

            @Schema(type = "string", format = "date-time") @JsonDeserialize(using = OddTime.class)
            SentText receivedAt,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText direction,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText queue) {}

    /**
     * @param offer null when nobody can take the call; the manager then has it
     * @param leg absent for a new caller; else the call rings nowhere
     * @param partOf the id of the conversation to which a leg belongs; absent if there is none
     */
    record CallAnswer(String callId, Offer offer, KnownCaller customer, Leg leg, String partOf) {}

    /**
     * @param extension absent if the roster has none
     * @param number of the offer, from 1
     * @param problem absent if the phone can be rung
     */
    record Offer(String agent, String name, String extension, Instant answerBy, int number, Problem problem) {}

    /** The reason why an offer cannot be rung. */
    enum Problem {
        noExtension
    }

    /** The words of the API for calls that bring no new caller. */
    enum Leg {
        sameCaller,
        internal,
        outbound
    }

    /** @param agent the agent of the customer who calls; absent if there is none */
    record KnownCaller(long id, String agent, String agentName) {}

    /**
     * @param callId only where the address has none
     * @param extension where it rang or was picked up; with it a late report cannot be taken for the next agent's ring
     * @param eventId if given, an event that is sent again has no second effect
     * @param occurredAt the time of the event, if reports may overtake each other
     * @param cause why the line is free
     */
    @Schema(name = "CallEvent")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @JsonDeserialize(using = SentId.class) @Pattern(regexp = PRINTABLE, message = "{input.bad.printable}")
            String callId,

            @NotNull EventType type,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText extension,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText eventId,

            @Schema(type = "string", format = "date-time") @JsonDeserialize(using = OddTime.class)
            SentText occurredAt,

            @Schema(type = "string") @JsonDeserialize(using = OddText.class)
            SentText cause) {

        /** What was sent, without blanks around it; null for a text that says nothing. */
        static String said(SentText sent) {
            String text = SentText.text(sent);
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record EventAnswer(String callId, Offer offer) {}

    /**
     * The state of a call now.
     *
     * @param offer where it rings; absent if it rings nowhere
     * @param talking who has the caller on the phone, or should: after the manager's decision too
     * @param endedAt absent while the line is not free
     * @param version differs whenever anything else here does
     */
    record CallStatus(
            String callId,
            String unit,
            CallState state,
            Offer offer,
            Talking talking,
            Instant endedAt,
            String version) {}

    /** @param extension absent if the roster has none */
    record Talking(String agent, String name, String extension, Instant since) {}

    /** The words of the API for what a phone system reports. */
    enum EventType {
        answered(CallEvent.ANSWERED),
        noAnswer(CallEvent.NO_ANSWER),
        hungUp(CallEvent.HUNG_UP),
        transferred(CallEvent.TRANSFERRED);

        final CallEvent meaning;

        EventType(CallEvent meaning) {
            this.meaning = meaning;
        }
    }
}
