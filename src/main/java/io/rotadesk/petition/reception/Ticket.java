package io.rotadesk.petition.reception;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One arrival of a person or a group (P3); who they are is with the matter. What has not happened is null.
 *
 * @param registeredBy the login of who registered it; null for who announced themselves
 * @param appointmentAt null for who came without one
 * @param day the unit-local day that the number is for
 * @param number 1, 2, 3 … within the unit and the day
 * @param matterId the matter; the earlier one when this is a repeat visit
 * @param placeAt from when the ticket counts: arrival, the appointment's time, or the time of the next call
 * @param arrivedAt when the petitioner was known to be here
 * @param preferred the login of who is responsible for the earlier matter that was named
 * @param waitingSince when it first had to wait in line
 * @param leaderToldAt when the leader was told that it waits too long
 * @param staff the login of who calls or receives
 * @param callUntil until when they are to call
 * @param calls how often the number was called in vain
 * @param guided false while no process guides it: the model failed, or somebody took its instance away
 * @param removedAt when somebody first took its instance away
 */
public record Ticket(
        String id,
        String unitId,
        TicketState state,
        Instant registeredAt,
        String registeredBy,
        Instant appointmentAt,
        int groupSize,
        LocalDate day,
        int number,
        String matterId,
        Instant placeAt,
        Instant arrivedAt,
        String preferred,
        Instant waitingSince,
        Instant leaderToldAt,
        String staff,
        Instant callUntil,
        int calls,
        Instant calledAt,
        Instant receivedAt,
        Instant endedAt,
        boolean guided,
        Instant removedAt) {

    /** The ticket as the rota knows it: a group is one contact and one turn. */
    public Contact contact() {
        return Contact.matter(id);
    }

    public boolean byAppointment() {
        return appointmentAt != null;
    }
}
