package io.rotadesk.web.api.kiosk;

import io.rotadesk.petition.reception.TicketState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The bodies of requests and answers about petitioners. */
final class PetitionerBodies {

    private PetitionerBodies() {}

    /**
     * @param petitionerId the sender's
     * @param petitionerName may be absent if anonymous
     * @param anonymous absent for no; a name is dropped then
     * @param groupSize absent for one person; a group has one number
     * @param appointmentAt absent for a petitioner who is here now
     * @param earlierMatter the number of an earlier matter
     * @param destination absent for the town
     * @param agreesToMessages whether they agree to be sent messages about their matter; absent for no
     */
    record AnnouncedPetitioner(
            @NotBlank @Size(max = 120) @Pattern(regexp = "(?!\\.+$)[\\w.@:+-]*", message = "{input.bad.id}")
            String petitionerId,

            @Size(max = 100) String petitionerName,
            @Size(max = 40) String petitionerPhone,
            Boolean anonymous,
            @Min(1) @Max(5000) Integer groupSize,
            @Schema(type = "string", format = "date-time") SentTime appointmentAt,
            @Size(max = 1000) String matterSummary,
            @Size(max = 20) String earlierMatter,
            Destination destination,
            Boolean agreesToMessages) {}

    /** Where petitioners mean to go; the same words as in the forms. */
    enum Destination {
        town,
        county,
        above
    }

    @Schema(name = "PetitionerAppointment")
    record MovedTo(
            @NotNull @Schema(type = "string", format = "date-time")
            SentTime appointmentAt) {}

    @Schema(name = "PetitionerEvent")
    record Event(@NotNull EventType type) {}

    /** The events of a petitioner at the reception, in the words of the API. */
    @Schema(name = "PetitionerEventType")
    enum EventType {
        /** Somebody with an appointment of today is here. */
        arrived,
        /** Somebody who did not come when called is here. */
        back,
        /** Somebody in line has given up. */
        left
    }

    /**
     * @param number 1, 2, 3 … of the unit's day
     * @param before how many are before them today; absent if they are not in line
     * @param window at which window they are called or received; absent if nobody calls yet, or has named none
     */
    record PetitionerAnswer(
            String petitionerId,
            int number,
            LocalDate day,
            TicketState state,
            Instant appointmentAt,
            Instant arrivedAt,
            Integer before,
            String window) {}

    /** @param times the beginnings, in the unit's time zone */
    record FreeDay(LocalDate day, List<LocalTime> times) {}
}
