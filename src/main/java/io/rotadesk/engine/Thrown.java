package io.rotadesk.engine;

import java.util.Objects;
import java.util.stream.Stream;

/** Looks into exceptions, which the engine wraps several times. */
public final class Thrown {

    private static final int DEEPEST = 50;

    private Thrown() {}

    public static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** @return null if there is none of this type */
    static <T extends Throwable> T in(Throwable thrown, Class<T> type) {
        return chain(thrown)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** The innermost cause. */
    public static Throwable last(Throwable thrown) {
        return chain(thrown).reduce(thrown, (one, next) -> next);
    }
}
