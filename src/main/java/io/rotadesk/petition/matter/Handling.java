package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * The unit and the person that handle a matter.
 *
 * @param unitId whose matter it is: another unit's after a transfer was accepted
 * @param responsible the login of the first responsible person (P6)
 * @param receivedAt when the petitioner was received
 * @param plannedAt when the plan was set that is in force
 * @param largeScale whether it is or was a large-scale event (P5)
 */
record Handling(String unitId, String responsible, Instant receivedAt, Instant plannedAt, boolean largeScale) {

    static Handling of(String unitId) {
        return new Handling(unitId, null, null, null, false);
    }

    Handling by(String login) {
        return new Handling(unitId, login, receivedAt, plannedAt, largeScale);
    }

    Handling receivedBy(String login, Instant now) {
        return new Handling(unitId, login, now, plannedAt, largeScale);
    }

    Handling joined(Instant now) {
        return new Handling(unitId, responsible, now, plannedAt, largeScale);
    }

    Handling alerted(Instant now) {
        return new Handling(unitId, responsible, receivedAt == null ? now : receivedAt, plannedAt, true);
    }

    Handling planned(Instant now) {
        return new Handling(unitId, responsible, receivedAt, now, largeScale);
    }

    /** A new plan is to be set. */
    Handling movedTo(String unit, String login) {
        return new Handling(unit, login, receivedAt, null, largeScale);
    }
}
