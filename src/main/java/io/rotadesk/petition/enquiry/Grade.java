package io.rotadesk.petition.enquiry;

import java.util.Optional;
import java.util.stream.Stream;

/** How satisfied a petitioner is, from best to worst. */
public enum Grade {
    SATISFIED,
    FAIRLY,
    DISSATISFIED;

    /** @return empty for anything that is none of them */
    public static Optional<Grade> of(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
