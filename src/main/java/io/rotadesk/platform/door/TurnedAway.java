package io.rotadesk.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;

/** Why the door refused a request. The code that words the answer reads it. */
public final class TurnedAway {

    static final String ATTRIBUTE = TurnedAway.class.getName();

    private TurnedAway() {}

    /** @return the status to answer with if the request was refused; its body was not read */
    public static OptionalInt status(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Integer status ? OptionalInt.of(status) : OptionalInt.empty();
    }
}
