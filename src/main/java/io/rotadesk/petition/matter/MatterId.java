package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.TextId;
import java.util.NoSuchElementException;

/** The id of a matter; the number that people use is another thing. */
public record MatterId(String value) implements TextId {

    /** @throws NoSuchElementException if there is no value, as for an id that no matter has */
    public MatterId {
        if (value == null) {
            throw new NoSuchElementException("No id of a matter is given");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
