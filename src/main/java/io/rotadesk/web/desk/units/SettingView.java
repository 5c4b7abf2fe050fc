package io.rotadesk.web.desk.units;

import io.rotadesk.web.desk.units.SettingField.Kind;
import java.util.List;

/**
 * A setting as the page shows it.
 *
 * @param name of the field in the form
 * @param text the text in the field
 * @param timeUnit the unit of a time
 * @param usual the default, in words
 * @param changed whether it differs from the default
 * @param wrong the reason why it was refused; null if it was not
 */
record SettingView(
        String name,
        Kind kind,
        String label,
        String help,
        String text,
        String timeUnit,
        List<Option> options,
        String usual,
        boolean changed,
        String wrong) {

    record Option(String value, String label, boolean chosen) {}
}
