package io.rotadesk.web.desk.handbook;

import io.rotadesk.leasing.handbook.Version;
import io.rotadesk.staff.unit.Unit;
import java.util.Locale;

/**
 * A version as pages show it.
 *
 * @param savedAt in the unit's time zone
 * @param author the author's name, as colleagues know it
 */
record VersionView(int number, String savedAt, String author, String comment) {

    static VersionView of(Version version, Unit unit, AuthorNames names, Locale locale) {
        return new VersionView(
                version.number(),
                unit.clock().dayAndTime(version.savedAt()),
                names.of(version, locale),
                version.comment());
    }
}
