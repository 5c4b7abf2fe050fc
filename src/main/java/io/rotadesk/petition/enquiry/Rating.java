package io.rotadesk.petition.enquiry;

import io.rotadesk.petition.matter.MatterId;
import java.time.Instant;

/**
 * A petitioner's rating of a matter in one round.
 *
 * @param round how often the matter had been taken up again by then
 * @param centreId the unit that received the petitioner first
 * @param centre what they say of that unit
 * @param unitId the unit that handled the matter then
 * @param handling what they say of that unit
 * @param reason in their words; null if there is none or the person was erased
 */
public record Rating(
        MatterId matterId,
        int round,
        String centreId,
        Grade centre,
        String unitId,
        Grade handling,
        String reason,
        Instant ratedAt) {

    /** Whether one of the two units was rated as bad. */
    public boolean isBad() {
        return centre == Grade.DISSATISFIED || handling == Grade.DISSATISFIED;
    }
}
