package io.rotadesk.staff.unit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a setting in one place: it annotates a component of a record, whose name is the setting's key in JSON and
 * whose type says which values are possible. The page, the API, the checks and {@code docs/settings.md} follow from it;
 * only its label and its explanation are in the message bundle, as {@code desk.setting.<key>} and the same with {@code
 * .help}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /** Its heading on the page, {@code desk.setting.group.<group>} in the bundle. */
    String group();

    /** The default as in JSON: {@code 3}, {@code 30s}, {@code 08:00}; a list's values are separated by commas. Empty for none. */
    String usual() default "";

    /** The smallest number; for a list, the smallest number of values. Not used by other types. */
    int least() default 1;

    /** The greatest number. Not used by other types. */
    int most() default Integer.MAX_VALUE;

    /** The kinds of units that have it. */
    UnitKind[] in() default UnitKind.LEASING;
}
