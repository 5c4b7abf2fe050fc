package io.rotadesk.petition.reception;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where a ticket stands in the order of the reception.
 *
 * @param appointmentAt null for a petitioner who came without one
 * @param day the unit-local day that the number is for
 * @param number 1, 2, 3 … within the unit and the day; null only within the transaction that registers the ticket
 * @param placeAt from when the ticket counts: arrival, the appointment's time, or the time of the next call
 * @param arrivedAt when the petitioner was known to be here
 * @param preferred the login of the person responsible for the earlier matter that was named
 * @param waitingSince when it first had to wait in line
 * @param leaderToldAt when the leader was told that it waits too long
 */
public record Standing(
        Instant appointmentAt,
        LocalDate day,
        Integer number,
        Instant placeAt,
        Instant arrivedAt,
        String preferred,
        Instant waitingSince,
        Instant leaderToldAt) {

    /**
     * Since when the petitioner waits: from the arrival, with an appointment not before its time; null while nobody knows
     * that they are here.
     */
    public Instant waitsFrom() {
        if (appointmentAt == null || arrivedAt == null) {
            return arrivedAt != null ? arrivedAt : waitingSince;
        }
        return arrivedAt.isBefore(appointmentAt) ? appointmentAt : arrivedAt;
    }

    static Standing nowhereYet(Instant appointmentAt) {
        return new Standing(appointmentAt, null, null, null, null, null, null, null);
    }

    Standing numbered(LocalDate ofDay, int as, Instant now, String who) {
        return new Standing(
                appointmentAt,
                ofDay,
                as,
                appointmentAt == null ? now : appointmentAt,
                appointmentAt == null ? now : null,
                who,
                waitingSince,
                leaderToldAt);
    }

    Standing moved(Instant appointment, LocalDate ofDay, int as) {
        return new Standing(appointment, ofDay, as, appointment, arrivedAt, preferred, waitingSince, leaderToldAt);
    }

    Standing carried(LocalDate to, int as) {
        return new Standing(appointmentAt, to, as, placeAt, arrivedAt, preferred, waitingSince, leaderToldAt);
    }

    /** Early they have their place at the appointment's time, late from now on. */
    Standing arrived(Instant now) {
        Instant place = placeAt.isBefore(now) ? now : placeAt;
        return new Standing(appointmentAt, day, number, place, now, preferred, waitingSince, leaderToldAt);
    }

    Standing here(Instant now) {
        return arrivedAt != null
                ? this
                : new Standing(appointmentAt, day, number, placeAt, now, preferred, waitingSince, leaderToldAt);
    }

    Standing from(Instant nextCall) {
        return new Standing(appointmentAt, day, number, nextCall, arrivedAt, preferred, waitingSince, leaderToldAt);
    }

    Standing waiting(Instant now) {
        return waitingSince != null
                ? this
                : new Standing(appointmentAt, day, number, placeAt, arrivedAt, preferred, now, leaderToldAt);
    }

    /** Told again later, the first time counts. */
    Standing leaderTold(Instant now) {
        return leaderToldAt != null
                ? this
                : new Standing(appointmentAt, day, number, placeAt, arrivedAt, preferred, waitingSince, now);
    }
}
