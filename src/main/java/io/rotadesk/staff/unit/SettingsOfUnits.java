package io.rotadesk.staff.unit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record whose components are {@linkplain Setting settings} that every unit has. Each module declares its own; {@link
 * UnitSettings#get} reads them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SettingsOfUnits {

    /** The position of its groups on the page: smaller numbers come first. */
    int place();
}
