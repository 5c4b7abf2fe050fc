package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.platform.input.SafeText;

/**
 * What people wrote into a register about one call or visit. All may be null; a field that the register does not have is.
 *
 * @param needs without a question to the manager
 * @param note of a contact that was about something else
 */
public record EntryText(Needs needs, String intent, String objections, String nextStep, NoteText note) {

    private static final Needs NO_NEEDS = new Needs(null, null, null, null, null, null, null, null, null, null);

    /** An entry that is only a note. */
    public static EntryText of(NoteText note) {
        return new EntryText(NO_NEEDS, null, null, null, note);
    }

    /** An entry about a customer. */
    public static EntryText of(Needs needs, String intent, String objections, String nextStep) {
        return new EntryText(
                needs.cleaned(),
                SafeText.orNull(intent),
                SafeText.orNull(objections),
                SafeText.orNull(nextStep),
                new NoteText(null, null, null));
    }

    public String name() {
        return needs.customerName();
    }

    /** The number as it is kept: E.164 if it is a number. */
    public String phone() {
        return needs.customerPhone();
    }
}
