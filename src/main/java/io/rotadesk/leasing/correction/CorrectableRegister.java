package io.rotadesk.leasing.correction;

import io.rotadesk.staff.rota.Contact;
import java.util.Optional;

/** A register whose entries can be corrected. */
public interface CorrectableRegister {

    /** The kind of its entries. */
    Contact.Kind kind();

    /** @return empty if there is no such entry, or if nothing is written yet that could be corrected */
    Optional<CorrectableEntry> find(Contact contact);

    /** The same; nobody else changes the entry until the transaction ends. */
    Optional<CorrectableEntry> hold(Contact contact);

    /**
     * Writes the corrected texts; those of a note are kept elsewhere. A note with the texts of a customer becomes their entry.
     *
     * @param customerId the customer whose entry it is from now on; null for none
     */
    void correct(Contact contact, EntryText text, Long customerId);
}
