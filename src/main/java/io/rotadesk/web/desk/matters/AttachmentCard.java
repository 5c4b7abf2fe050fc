package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.attachment.Attachment;
import io.rotadesk.petition.paper.Paper;
import java.util.List;

/**
 * Attachments as a page shows them.
 *
 * @param at the address to which files are sent; those of one attachment are below it
 * @param shown oldest first
 * @param removed those that are gone
 * @param adds whether the reader can add more
 * @param largest size of a file, in bytes
 * @param largestMegabytes the same for people
 */
public record AttachmentCard(
        String at, List<Line> shown, List<Line> removed, boolean adds, long largest, long largestMegabytes) {

    /**
     * One attachment.
     *
     * @param size for people
     * @param addedBy a name, as is removedBy, which is empty until it is removed
     * @param paper the paper to which it belongs, where the page is not that paper's; else null
     * @param kind the name of that paper's kind
     * @param removes whether the reader can remove it
     */
    public record Line(
            Attachment attachment,
            String size,
            String addedBy,
            String addedAt,
            String removedBy,
            String removedAt,
            Paper paper,
            String kind,
            boolean removes) {}

    public boolean isEmpty() {
        return shown.isEmpty() && removed.isEmpty() && !adds;
    }
}
