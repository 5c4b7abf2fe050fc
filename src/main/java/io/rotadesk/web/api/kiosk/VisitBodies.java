package io.rotadesk.web.api.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.unit.Queue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** The bodies of requests and answers about visits. */
final class VisitBodies {

    private VisitBodies() {}

    /**
     * @param visitId the sender's
     * @param partySize absent for one person
     * @param appointmentAt absent for a visitor who is here now
     * @param meetingPoint absent for the unit's usual one
     * @param namedAgent login or name of the agent the visitor asks for
     * @param purpose absent for viewing
     */
    record AnnouncedVisitor(
            @NotBlank @Size(max = 120) @Pattern(regexp = "(?!\\.+$)[\\w.@:+-]*", message = "{input.bad.id}")
            String visitId,

            @Size(max = 100) String visitorName,
            @Size(max = 60) String visitorPhone,
            @Min(1) @Max(999) Integer partySize,
            @Size(max = 200) String company,
            @Schema(type = "string", format = "date-time") SentTime appointmentAt,
            @Size(max = 200) String meetingPoint,
            @Size(max = 100) String namedAgent,
            Purpose purpose) {}

    /** The purposes of a visit in the API; the same words as in the forms. */
    enum Purpose {
        viewing,
        marketSurvey,
        other
    }

    /** @param meetingPoint absent to leave it as it is */
    record Appointment(
            @NotNull @Schema(type = "string", format = "date-time")
            SentTime appointmentAt,

            @Size(max = 200) String meetingPoint) {}

    /**
     * @param eventId if given, an event that is sent again has no second effect
     * @param occurredAt the time of the event, if reports may overtake each other; one that is no time counts as left out
     */
    @Schema(name = "VisitEvent")
    record Event(
            @NotNull EventType type,
            @Size(max = 120) String eventId,
            @Schema(type = "string", format = "date-time") JsonNode occurredAt) {}

    /** The events of a visitor at the door, in the words of the API. */
    enum EventType {
        arrived,
        left
    }

    /**
     * @param waitingSince absent when not in line
     * @param agent the agent who is to meet, greet or receive the visitor, or is with them; absent if there is none
     */
    record VisitAnswer(
            String visitId,
            VisitState state,
            Instant appointmentAt,
            String meetingPoint,
            Instant arrivedAt,
            Instant waitingSince,
            Receiver agent) {}

    record Receiver(String login, String name, Instant comeBy) {}

    /** @param queue the queue whose next agent the visitor waits for */
    record Waiting(String visitId, Instant since, Queue queue) {}
}
