package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/**
 * An entry of a register that can be corrected.
 *
 * @param form the rules for its fields
 * @param leasing the rules by which a note becomes the entry of a customer, since it was about leasing after all; else null
 * @param author the login of the agent who wrote it; null if it is not known
 * @param at the time of the call or visit
 * @param writtenAt the time of the entry
 * @param customerId null if it is nobody's
 * @param claimant the agent whose customer it becomes once name and number are known; null if it founds no claim
 * @param transmitted the number that called, or with which the visitor was announced: E.164; null if there is none
 * @param erased whether its person was erased; then nothing is written into it any more
 */
public record CorrectableEntry(
        Contact contact,
        String unitId,
        EntryText text,
        EntryForm form,
        EntryForm leasing,
        String author,
        ContactKind kind,
        Instant at,
        Instant writtenAt,
        Long customerId,
        String claimant,
        String transmitted,
        boolean erased) {

    /** Whether it is a note about something else, and has nothing of a customer. */
    public boolean isNote() {
        return form.about() == EntryForm.About.NOTE;
    }

    /** The note as the entry of a customer that it should have been. */
    public CorrectableEntry asLeasing() {
        return new CorrectableEntry(
                contact,
                unitId,
                text,
                leasing,
                null,
                author,
                kind,
                at,
                writtenAt,
                customerId,
                claimant,
                transmitted,
                erased);
    }
}
