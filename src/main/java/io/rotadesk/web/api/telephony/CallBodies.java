package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.platform.input.SafeText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * The bodies of requests and answers for phone systems. They send more than we ask for, and some of it is odd: a call
 * rings all the same.
 */
final class CallBodies {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_EXTENSION = 40;
    private static final int LONGEST_EVENT_ID = 120;

    private CallBodies() {}

    /**
     * @param from the caller's number as it was transmitted; absent or empty when it is withheld
     * @param receivedAt absent if the call came in now
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record IncomingCall(
            @JsonDeserialize(using = SentId.class)
            @NotBlank
            @Size(max = 120)
            @Pattern(regexp = "(?!\\.+$)[\\w.@:+-]+", message = "{input.bad.id}")
            String callId,

            @JsonDeserialize(using = OddText.class) String from,
            @JsonDeserialize(using = OddTime.class) Instant receivedAt) {

        IncomingCall {
            from = from == null ? null : SafeText.cut(from, LONGEST_NUMBER);
        }
    }

    /** @param offer null when nobody can take the call; the manager then has it */
    record CallAnswer(String callId, Offer offer, KnownCaller customer) {}

    record Offer(String agent, String name, String extension, Instant answerBy) {}

    /** @param agent the agent of the customer who calls; absent if there is none */
    record KnownCaller(long id, String agent, String agentName) {}

    /**
     * @param extension where it rang or was picked up; with it a late report cannot be taken for the next agent's ring
     * @param eventId if given, an event that is sent again has no second effect
     */
    @Schema(name = "CallEvent")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @NotNull EventType type,
            @JsonDeserialize(using = OddText.class) String extension,
            @JsonDeserialize(using = OddText.class) String eventId) {

        Event {
            extension = orLeftOut(extension, LONGEST_EXTENSION);
            eventId = orLeftOut(eventId, LONGEST_EVENT_ID);
        }

        private static String orLeftOut(String text, int longest) {
            return text == null || text.isBlank() || text.length() > longest ? null : text.strip();
        }
    }

    record EventAnswer(String callId, Offer offer) {}

    /** The words of the API for what a phone system reports. */
    enum EventType {
        answered(CallEvent.ANSWERED),
        noAnswer(CallEvent.NO_ANSWER),
        hungUp(CallEvent.HUNG_UP);

        final CallEvent meaning;

        EventType(CallEvent meaning) {
            this.meaning = meaning;
        }
    }
}
