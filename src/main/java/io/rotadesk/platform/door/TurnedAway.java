package io.rotadesk.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;

/** What the door has decided about a request, for whoever words the answer. */
public final class TurnedAway {

    static final String ATTRIBUTE = TurnedAway.class.getName();

    private TurnedAway() {}

    /** @return the status to answer with, when the request is not to be looked at; its body is not there */
    public static OptionalInt status(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Integer status ? OptionalInt.of(status) : OptionalInt.empty();
    }
}
