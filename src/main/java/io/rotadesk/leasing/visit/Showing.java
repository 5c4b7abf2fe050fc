package io.rotadesk.leasing.visit;

import java.time.Instant;
import java.util.List;

/**
 * The record of the reception (L3.3).
 *
 * @param tour the parts that were shown, as the names of the form's ticks, separated by commas
 * @param leftReason the reason why the visitor left before the reception was over; null if they did not
 * @param seenOffAt the time of the see-off (L3.8)
 */
public record Showing(String tour, String tourRemarks, String negotiation, String leftReason, Instant seenOffAt) {

    static final Showing NOTHING = new Showing(null, null, null, null, null);

    Showing toured(String shown, String remarks) {
        return new Showing(shown, remarks, negotiation, leftReason, seenOffAt);
    }

    Showing negotiated(String notes) {
        return new Showing(tour, tourRemarks, notes, leftReason, seenOffAt);
    }

    Showing leftEarly(String why) {
        return new Showing(tour, tourRemarks, negotiation, why, seenOffAt);
    }

    Showing over(Instant now) {
        return new Showing(tour, tourRemarks, negotiation, leftReason, now);
    }

    /** The parts of the project that were shown, one by one. */
    public List<String> shown() {
        return tour == null || tour.isEmpty() ? List.of() : List.of(tour.split(","));
    }
}
