package io.rotadesk.web.desk;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;

/** Somebody without a unit asked for a page of a unit. */
class NoUnitException extends RuntimeException {

    private final transient SignedInUser user;

    NoUnitException(SignedInUser user) {
        super("No unit to show to " + user.login());
        this.user = user;
    }

    /** Whether the person can do something about it. */
    boolean mayMakeOne() {
        return user.is(Role.ADMINISTRATOR);
    }
}
