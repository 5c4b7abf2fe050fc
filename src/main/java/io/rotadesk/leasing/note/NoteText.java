package io.rotadesk.leasing.note;

import io.rotadesk.platform.input.SafeText;

/**
 * What a note says. Blank texts are null.
 *
 * @param who the person who called or came, in the agent's words
 * @param about what they wanted
 * @param forWhom the login of the colleague who is to know; null for nobody in particular
 */
public record NoteText(String who, String about, String forWhom) {

    public NoteText {
        who = SafeText.orNull(who);
        about = SafeText.orNull(about);
        forWhom = SafeText.orNull(forWhom);
    }

    /** Whether it says nothing, as with a form that does not ask. */
    public boolean isBlank() {
        return who == null && about == null;
    }
}
