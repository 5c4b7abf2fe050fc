package io.rotadesk.leasing.note.process;

import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.note.NoteText;

/** The fields of a note, the same in the forms of calls and visits. */
public final class NoteForm {

    /** The person, in the agent's words. */
    public static final String WHO = Fields.NOTE_WHO;

    public static final String ABOUT = Fields.NOTE_ABOUT;

    /** The login of the colleague. */
    public static final String FOR_WHOM = Fields.NOTE_FOR;

    private NoteForm() {}

    /** @return blank if the form does not ask, as in earlier versions */
    public static NoteText entered(SubmittedForm form) {
        return new NoteText(form.text(WHO), form.text(ABOUT), form.text(FOR_WHOM));
    }
}
