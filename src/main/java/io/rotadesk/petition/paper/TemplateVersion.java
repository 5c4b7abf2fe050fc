package io.rotadesk.petition.paper;

import java.time.Instant;

/**
 * A version of the text from which papers of a kind are made.
 *
 * @param unitId the unit that wrote it; null for the one that comes with the product
 * @param number from 1; 0 for the one that comes with the product
 * @param savedAt null for the one that comes with the product, like the author's login
 * @param comment why it was changed; may be empty
 */
public record TemplateVersion(
        String unitId, PaperKind kind, int number, Wording wording, Instant savedAt, String author, String comment) {

    public boolean isShipped() {
        return unitId == null;
    }

    Origin origin() {
        return new Origin(unitId, number);
    }
}
