package io.rotadesk.leasing.visit;

import io.rotadesk.staff.rota.Contact;
import java.util.UUID;

/**
 * The key of a visit to a unit.
 *
 * @param visitId the id given by the sender of the announcement, or one of ours
 */
public record VisitKey(String unitId, String visitId) {

    private static final char SEPARATOR = ':';

    /** Reads what {@link #toString()} wrote; unit ids hold no colon. */
    public static VisitKey parse(String text) {
        int colon = text.indexOf(SEPARATOR);
        if (colon < 1) {
            throw new IllegalArgumentException("Not the key of a visit (unit:visit): " + text);
        }
        return new VisitKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A new visit that a person announces. */
    public static VisitKey newByHand(String unitId) {
        return byHand(unitId, UUID.randomUUID());
    }

    /** A visit that a person announces on a page that knows its id before. */
    public static VisitKey byHand(String unitId, UUID id) {
        return new VisitKey(unitId, "hand-" + id);
    }

    /** The visit as the rota knows it: a party is one contact and one turn (L3.1). */
    public Contact contact() {
        return new Contact(Contact.Kind.VISIT, toString());
    }

    @Override
    public String toString() {
        return unitId + SEPARATOR + visitId;
    }
}
