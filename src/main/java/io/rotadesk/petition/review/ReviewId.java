package io.rotadesk.petition.review;

import io.rotadesk.platform.register.TextId;
import java.util.NoSuchElementException;

/** The id of a review. */
public record ReviewId(String value) implements TextId {

    /** @throws NoSuchElementException if there is no value, as for an id that no review has */
    public ReviewId {
        if (value == null) {
            throw new NoSuchElementException("No id of a review is given");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
