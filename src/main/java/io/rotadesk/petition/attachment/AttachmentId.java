package io.rotadesk.petition.attachment;

import io.rotadesk.platform.register.TextId;
import java.util.NoSuchElementException;

/** The id of an attachment; its content is kept under it. */
public record AttachmentId(String value) implements TextId {

    /** @throws NoSuchElementException if there is no value, as for an id that no attachment has */
    public AttachmentId {
        if (value == null) {
            throw new NoSuchElementException("No id of an attachment is given");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
