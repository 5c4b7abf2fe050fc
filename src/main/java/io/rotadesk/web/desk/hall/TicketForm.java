package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A petitioner as somebody at the reception types them in; the same fields as {@code register-petitioner.form}.
 *
 * @param once the ticket's id, made with the page, so that pressing the button twice registers once
 * @param groupSize null counts as one person
 * @param day with {@code time}, in the unit's zone; both empty for a petitioner who is here now
 */
record TicketForm(
        UUID once,
        String petitionerName,
        String petitionerPhone,
        Boolean anonymous,
        Integer groupSize,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
        String matterSummary,
        String earlierMatter,
        String destination,
        Boolean agreesToMessages) {

    TicketForm {
        // A box that is not ticked is not sent.
        anonymous = anonymous != null && anonymous;
        agreesToMessages = agreesToMessages != null && agreesToMessages;
    }

    /** An empty form, for an appointment at that time; null for none. */
    static TicketForm at(LocalDate day, LocalTime time) {
        return new TicketForm(UUID.randomUUID(), null, null, false, 1, day, time, null, null, "town", false);
    }

    /** Whether only a day or only a time was chosen. */
    boolean isHalfAppointed() {
        return (day == null) != (time == null);
    }

    TicketId ticketId() {
        return new TicketId((once == null ? UUID.randomUUID() : once).toString());
    }

    PetitionAnnouncement announcement(ZoneId zone) {
        return new PetitionAnnouncement(
                petitionerName,
                petitionerPhone,
                anonymous,
                groupSize == null ? 1 : groupSize,
                appointment(zone),
                matterSummary,
                earlierMatter,
                destination,
                agreesToMessages);
    }

    private Instant appointment(ZoneId zone) {
        return day == null || time == null
                ? null
                : day.atTime(time).atZone(zone).toInstant();
    }
}
