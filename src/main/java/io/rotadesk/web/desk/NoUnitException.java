package io.rotadesk.web.desk;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.Role;

/** Somebody without a unit asked for a page of a unit. */
class NoUnitException extends RuntimeException {

    private final transient DeskUser user;

    NoUnitException(DeskUser user) {
        super("No unit to show to " + user.login());
        this.user = user;
    }

    /** Whether the person can do something about it. */
    boolean mayMakeOne() {
        return user.is(Role.ADMINISTRATOR);
    }
}
