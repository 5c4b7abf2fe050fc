package io.rotadesk.leasing.visit;

import java.time.Instant;

/**
 * The times at which the visitor comes, and came.
 *
 * @param appointmentAt null for a walk-in
 * @param arrival the agent's report about an appointment: met, late, or did not come
 */
public record Coming(Instant appointmentAt, String meetingPoint, Instant arrivedAt, String arrival) {

    Coming at(Instant appointment, String point) {
        return new Coming(appointment, point == null ? meetingPoint : point, arrivedAt, arrival);
    }

    Coming arrived(Instant now) {
        return new Coming(appointmentAt, meetingPoint, now, arrival);
    }

    Coming said(String word) {
        return new Coming(appointmentAt, meetingPoint, arrivedAt, word);
    }
}
