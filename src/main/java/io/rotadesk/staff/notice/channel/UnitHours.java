package io.rotadesk.staff.notice.channel;

/**
 * When a unit's messages go.
 *
 * @param digestMinutes how long a digest gathers
 */
public record UnitHours(QuietHours quiet, int digestMinutes) {

    static final int USUAL_DIGEST_MINUTES = 30;

    static UnitHours usual() {
        return new UnitHours(QuietHours.NONE, USUAL_DIGEST_MINUTES);
    }
}
