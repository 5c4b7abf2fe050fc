package io.rotadesk.petition.attachment;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.paper.PaperId;
import java.time.Instant;
import java.util.NoSuchElementException;

/**
 * A scan or photo that is kept with a matter, and perhaps with one of its papers.
 *
 * @param paperId null if it belongs to none
 * @param name as its owner called it, with the extension of its type
 * @param size of the content, in bytes
 * @param small whether there is a small image of it
 * @param addedBy a login, as is removedBy, which is null until somebody removes it
 */
public record Attachment(
        AttachmentId id,
        MatterId matterId,
        PaperId paperId,
        String name,
        FileType type,
        long size,
        Keeping keptIn,
        boolean small,
        String addedBy,
        Instant addedAt,
        String removedBy,
        Instant removedAt) {

    /** @throws NoSuchElementException if it has been removed already */
    Attachment removed(String by, Instant now) {
        if (isRemoved()) {
            throw new NoSuchElementException("Attachment " + id + " has been removed already");
        }
        return new Attachment(id, matterId, paperId, name, type, size, keptIn, false, addedBy, addedAt, by, now);
    }

    public boolean isRemoved() {
        return removedAt != null;
    }
}
