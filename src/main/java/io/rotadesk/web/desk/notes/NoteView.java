package io.rotadesk.web.desk.notes;

import io.rotadesk.leasing.note.Note;
import java.time.ZoneId;

/**
 * A note as pages show it.
 *
 * @param author the name of the agent who wrote it
 * @param colleague the name of the colleague for whom it is; null for nobody in particular
 * @param number of the call or the visitor, as it was transmitted or written; null if there is none
 * @param path the page of the call's or visit's entry; null if the person may not see that, and in a list
 * @param waits whether the person who looks is the colleague, and has not said yet that they have read it
 */
public record NoteView(
        Note note, String author, String colleague, String number, String path, boolean waits, ZoneId zone) {

    /** Whether the person was erased. */
    public boolean erased() {
        return note.text().isBlank();
    }
}
