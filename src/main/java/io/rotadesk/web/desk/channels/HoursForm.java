package io.rotadesk.web.desk.channels;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.channel.QuietHours;
import io.rotadesk.staff.notice.channel.UnitHours;
import java.time.LocalTime;
import java.util.Objects;

/** Quiet hours and the time of a digest, as they were typed. */
record HoursForm(String from, String to, String digest) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    HoursForm {
        from = SafeText.orNull(from);
        to = SafeText.orNull(to);
        digest = SafeText.orNull(digest);
    }

    static HoursForm of(UnitHours hours) {
        return of(hours.quiet(), String.valueOf(hours.digestMinutes()));
    }

    static HoursForm of(QuietHours quiet, String digest) {
        return new HoursForm(Objects.toString(quiet.from(), null), Objects.toString(quiet.to(), null), digest);
    }

    boolean fits() {
        return fitsQuiet() && digest != null && digest.matches("[1-9][0-9]{0,2}");
    }

    /** Both ends or none. */
    boolean fitsQuiet() {
        return from == null && to == null || from != null && to != null && from.matches(TIME) && to.matches(TIME);
    }

    UnitHours hours() {
        return new UnitHours(quiet(), Integer.parseInt(digest));
    }

    QuietHours quiet() {
        return from == null ? new QuietHours(null, null) : new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
