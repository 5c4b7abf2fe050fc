package io.rotadesk.petition.matter;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of petitioners. */
public enum PetitionerKind {
    PERSON,
    COMPANY,
    ORGANISATION;

    /** @return empty for anything that is none of them */
    public static Optional<PetitionerKind> of(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
