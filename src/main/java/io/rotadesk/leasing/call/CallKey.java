package io.rotadesk.leasing.call;

import io.rotadesk.staff.rota.Contact;

/**
 * The key of a call. Two phone systems may use the same id, so the unit is part of the key.
 *
 * @param callId the phone system's id, or one of ours for a call that was logged by hand
 */
public record CallKey(String unitId, String callId) {

    private static final char SEPARATOR = ':';

    /**
     * The key under which a call is kept that a phone system reports, unless the id came before for another one.
     *
     * @param sentId the phone system's id, any text
     */
    public static CallKey ofSent(String unitId, String sentId) {
        return new CallKey(unitId, CallIds.kept(sentId));
    }

    /** Reads what {@link #toString()} wrote; unit ids hold no colon. */
    public static CallKey parse(String text) {
        int colon = text.indexOf(SEPARATOR);
        if (colon < 1) {
            throw new IllegalArgumentException("Not the key of a call (unit:call): " + text);
        }
        return new CallKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The call as the rota knows it. */
    public Contact contact() {
        return new Contact(Contact.Kind.CALL, toString());
    }

    @Override
    public String toString() {
        return unitId + SEPARATOR + callId;
    }
}
