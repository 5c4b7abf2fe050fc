package io.rotadesk.petition.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A petitioner's request for a review.
 *
 * @param askedOn the day on which it came in
 * @param askBy the last day on which it could
 * @param request what they want, and why; null once they are erased
 * @param enteredBy the login of the person who entered it
 */
record Request(LocalDate askedOn, LocalDate askBy, String request, String enteredBy, Instant enteredAt) {

    boolean isLate() {
        return askedOn.isAfter(askBy);
    }
}
