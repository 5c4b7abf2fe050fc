package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A leader's demand to answer for a matter.
 *
 * @param unitId the unit that had the matter when it was urged
 * @param responsible the login of the person who was responsible then; null if nobody was
 * @param urgedBy the login of the leader
 * @param byUnit the unit for which the leader urged: the matter's own, or one above it
 * @param text what is asked; null if nothing particular is, or it was erased
 * @param dueAt when the answer is due
 * @param answeredBy null while nobody has answered, as the two after it
 * @param lateToldAt when the leader was told that nobody had answered in time; null if they were not
 * @param endedAt when the matter was closed before anybody answered; null otherwise
 */
public record Urging(
        long id,
        MatterId matterId,
        String unitId,
        String responsible,
        String urgedBy,
        String byUnit,
        Instant urgedAt,
        String text,
        Instant dueAt,
        String answeredBy,
        Instant answeredAt,
        String answer,
        Instant lateToldAt,
        Instant endedAt) {

    public boolean isAnswered() {
        return answeredAt != null;
    }

    /** Whether an answer is still due. A matter that comes back is urged again. */
    public boolean isWaiting() {
        return answeredAt == null && endedAt == null;
    }

    /** Whether the answer came, or still is missing, after it was due. */
    public boolean isLate(Instant now) {
        Instant until = answeredAt != null ? answeredAt : endedAt;
        return (until == null ? now : until).isAfter(dueAt);
    }

    String subject() {
        return "urging-" + id;
    }
}
