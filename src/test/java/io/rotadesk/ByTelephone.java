package io.rotadesk;

import io.rotadesk.staff.unit.UnitSettings;
import java.util.List;

/** Lets a unit of a test work without open pages: its people never log in, and still get turns. */
public final class ByTelephone {

    private ByTelephone() {}

    /** These settings; turns need no page, unless they say for what. */
    public static UnitSettings unlessChosen(UnitSettings settings) {
        return unlessChosen(settings, "turnsNeedPage", List.of());
    }

    /** The default counts as not chosen. */
    static UnitSettings unlessChosen(UnitSettings settings, String key, Object value) {
        return settings.overrides().containsKey(key) ? settings : settings.with(key, value);
    }
}
