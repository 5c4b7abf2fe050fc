package io.rotadesk.petition.paper;

import io.rotadesk.platform.register.TextId;
import java.util.NoSuchElementException;

/** The id of a paper; the number that people use is another thing. */
public record PaperId(String value) implements TextId {

    /** @throws NoSuchElementException if there is no value, as for an id that no paper has */
    public PaperId {
        if (value == null) {
            throw new NoSuchElementException("No id of a paper is given");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
