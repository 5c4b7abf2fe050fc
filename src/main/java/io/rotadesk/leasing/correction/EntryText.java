package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;

/**
 * What people wrote into a register about one call or visit. All may be null; a field that the register does not have is.
 *
 * @param needs without a question to the manager
 * @param note of a contact that was about something else
 * @param cover of a call that was answered for a colleague
 */
public record EntryText(
        Needs needs, String intent, String objections, String nextStep, NoteText note, CoverText cover) {

    private static final Needs NO_NEEDS = new Needs(null, null, null, null, null, null, null, null, null, null);

    private static final NoteText NO_NOTE = new NoteText(null, null, null);

    /** An entry that is only a note. */
    public static EntryText of(NoteText note) {
        return new EntryText(NO_NEEDS, null, null, null, note, CoverText.NONE);
    }

    /** An entry about a call that was answered for a colleague. */
    public static EntryText of(CoverText cover) {
        return new EntryText(NO_NEEDS, null, null, null, NO_NOTE, cover);
    }

    /** An entry about a customer. */
    public static EntryText of(Needs needs, String intent, String objections, String nextStep) {
        return new EntryText(
                needs.cleaned(),
                SafeText.orNull(intent),
                SafeText.orNull(objections),
                SafeText.orNull(nextStep),
                NO_NOTE,
                CoverText.NONE);
    }

    /** The same, with a number as it is read at this place. */
    EntryText at(Numbering place) {
        return new EntryText(needs.cleaned(place), intent, objections, nextStep, note, cover.at(place));
    }

    public String name() {
        return needs.customerName();
    }

    /** The number as it is kept; null if it is one that nobody can have, which founds nothing. */
    String number() {
        return needs.hasNumber() ? phone() : null;
    }

    /** The number as it is kept: E.164 if it is a number. */
    public String phone() {
        return needs.customerPhone();
    }
}
