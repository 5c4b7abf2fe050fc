package io.rotadesk.leasing.note;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/**
 * A note about a call or visit that was about something else.
 *
 * @param text its texts are null once the person is erased
 * @param by the login of the agent who wrote it
 * @param readAt when the colleague said that they have read it; null before
 */
public record Note(long id, String unitId, Contact contact, NoteText text, String by, Instant at, Instant readAt) {

    /** Whether the person wrote it, or is the colleague for whom it is. */
    public boolean concerns(String login) {
        return login.equals(by) || login.equals(text.forWhom());
    }

    /** Whether this person still has to read it. */
    public boolean waitsFor(String login) {
        return readAt == null && login.equals(text.forWhom());
    }
}
