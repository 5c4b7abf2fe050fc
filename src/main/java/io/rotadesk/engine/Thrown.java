package io.rotadesk.engine;

import java.util.Objects;
import java.util.stream.Stream;

/** Looks into what was thrown, which the engine wraps again and again. */
public final class Thrown {

    private static final int DEEPEST = 50;

    private Thrown() {}

    public static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** @return null when there is none of this type */
    static <T extends Throwable> T in(Throwable thrown, Class<T> type) {
        return chain(thrown)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Where it began. */
    public static Throwable last(Throwable thrown) {
        return chain(thrown).reduce(thrown, (one, next) -> next);
    }
}
