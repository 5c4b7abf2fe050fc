package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.correction.CorrectionResult.Collision;
import io.rotadesk.leasing.correction.CorrectionResult.Corrected;
import io.rotadesk.leasing.correction.CorrectionResult.Erased;
import io.rotadesk.leasing.correction.CorrectionResult.Overtaken;
import io.rotadesk.leasing.correction.CorrectionResult.Unchanged;
import io.rotadesk.leasing.customer.CorrectedCustomers;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects entries of the registers, and keeps the version before (L2.3, L3.8). */
@Service
@Transactional
public class Corrections {

    private final Map<Contact.Kind, CorrectableRegister> registers = new EnumMap<>(Contact.Kind.class);
    private final EntryVersions versions;
    private final CorrectedCustomers customers;
    private final Notes notes;
    private final Units units;
    private final Clock clock;

    Corrections(
            List<CorrectableRegister> registers,
            EntryVersions versions,
            CorrectedCustomers customers,
            Notes notes,
            Units units,
            Clock clock) {
        registers.forEach(register -> this.registers.put(register.kind(), register));
        this.versions = versions;
        this.customers = customers;
        this.notes = notes;
        this.units = units;
        this.clock = clock;
    }

    /** @return empty if there is no such entry, or nothing that could be corrected */
    @Transactional(readOnly = true)
    public Optional<CorrectableEntry> find(Contact contact) {
        return Optional.ofNullable(registers.get(contact.kind())).flatMap(register -> register.find(contact));
    }

    /** The earlier versions of an entry, oldest first. The present one has the number after the last of them. */
    @Transactional(readOnly = true)
    public List<EntryVersion> versions(Contact contact) {
        return versions.of(contact);
    }

    /**
     * Corrects an entry.
     *
     * @param basedOn the number of the version that was corrected
     * @param text the corrected texts, checked
     * @param reason why
     * @param who the answer to a {@link Collision}; null as long as nobody was asked
     * @param by the login of the person who corrects
     * @throws NoSuchElementException if there is no such entry
     */
    public CorrectionResult correct(
            Contact contact, int basedOn, EntryText text, String reason, SamePerson who, String by) {
        return correct(held(contact), basedOn, text, reason, who, by);
    }

    /**
     * A call or visit that was ended with a note was about leasing after all: it becomes the entry of a customer. The note
     * stays.
     *
     * @see #correct
     */
    public CorrectionResult wasAboutLeasing(
            Contact contact, int basedOn, EntryText text, String reason, SamePerson who, String by) {
        CorrectableEntry entry = held(contact);
        return correct(entry.isNote() ? entry.asLeasing() : entry, basedOn, text, reason, who, by);
    }

    private CorrectableEntry held(Contact contact) {
        return registers
                .get(contact.kind())
                .hold(contact)
                .orElseThrow(() -> new NoSuchElementException("no entry " + contact));
    }

    private CorrectionResult correct(
            CorrectableEntry entry, int basedOn, EntryText typed, String reason, SamePerson who, String by) {
        Contact contact = entry.contact();
        EntryText text = typed.at(units.get(entry.unitId()).settings().numbering());
        if (entry.erased()) {
            // A page that was opened before does not bring the person back.
            return new Erased();
        }
        List<EntryVersion> earlier = versions.of(contact);
        int present = earlier.size() + 1;
        if (basedOn != present) {
            return new Overtaken(entry, present, earlier.isEmpty() ? null : earlier.get(earlier.size() - 1));
        }
        if (text.equals(entry.text())) {
            return new Unchanged();
        }
        List<Customer> others = customers.othersWith(entry.unitId(), entry.customerId(), newNumber(entry, text));
        if (!others.isEmpty() && (who == null || !who.isPossible(entry, others))) {
            return new Collision(others);
        }
        Instant now = clock.instant();
        EntryVersion last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        versions.add(
                entry.unitId(),
                new EntryVersion(
                        contact,
                        present,
                        entry.text(),
                        last == null ? entry.author() : last.replacedBy(),
                        last == null ? entry.writtenAt() : last.replacedAt(),
                        by,
                        now,
                        reason));
        if (entry.isNote()) {
            notes.correct(entry.unitId(), contact, by, text.note());
            return new Corrected();
        }
        registers.get(contact.kind()).correct(contact, text, customerOf(entry, text, who));
        if (entry.customerId() != null) {
            // After the entry, which would still have the number.
            customers.corrected(
                    entry.unitId(),
                    entry.customerId(),
                    entry.text().name(),
                    text.name(),
                    entry.text().phone(),
                    text.phone());
        }
        return new Corrected();
    }

    /** The number that the customer did not have by this entry before; null if it is the same, or founds nothing. */
    private static String newNumber(CorrectableEntry entry, EntryText text) {
        if (text.number() == null || entry.isNote()) {
            return null;
        }
        if (entry.customerId() != null) {
            return text.phone().equals(entry.text().phone()) ? null : text.phone();
        }
        return entry.claimant() != null && text.name() != null ? text.phone() : null;
    }

    private Long customerOf(CorrectableEntry entry, EntryText text, SamePerson who) {
        if (entry.customerId() != null || entry.claimant() == null || text.name() == null || text.number() == null) {
            return entry.customerId();
        }
        if (who != null && who.customerId() != null) {
            customers.recognized(entry.unitId(), who.customerId(), entry.claimant(), entry.kind(), entry.at());
            return who.customerId();
        }
        return customers.founded(
                entry.unitId(),
                text.name(),
                text.phone(),
                entry.transmitted(),
                entry.claimant(),
                entry.kind(),
                entry.at());
    }
}
