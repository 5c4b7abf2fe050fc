package io.rotadesk.web.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@link io.rotadesk.staff.unit.Unit} parameter of a page: the unit that the person looks at. It is the one
 * that {@code ?unit=} names, else the one chosen last (a cookie), else the first that the person belongs to.
 * Administrators may look at any. Somebody else's unit is refused with 403.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownUnit {}
