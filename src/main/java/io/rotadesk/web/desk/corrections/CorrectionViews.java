package io.rotadesk.web.desk.corrections;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.correction.EntryVersion;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the corrections of an entry to those who may see it; those of a note only to those who may read the note. */
@Component
public class CorrectionViews {

    /**
     * The corrections of one entry.
     *
     * @param may whether the person may correct it
     * @param corrections latest first
     */
    public record View(boolean may, List<Correction> corrections) {}

    /**
     * One correction.
     *
     * @param by the name of the person who corrected
     * @param erased whether the texts are gone since the person was erased
     */
    public record Correction(Instant at, String by, String reason, List<Change> changes, boolean erased) {}

    /** One corrected field. Empty texts are null. */
    public record Change(String label, String before, String after) {}

    private final Corrections corrections;
    private final EntryFields fields;
    private final Agents agents;
    private final UnitAccess access;

    CorrectionViews(Corrections corrections, EntryFields fields, Agents agents, UnitAccess access) {
        this.corrections = corrections;
        this.fields = fields;
        this.agents = agents;
        this.access = access;
    }

    /**
     * The corrections of an entry that the person sees.
     *
     * @param readsNote whether there is a note about the contact, and the person may read it
     */
    public View of(Contact contact, SignedInUser user, boolean readsNote, Locale locale) {
        Optional<CorrectableEntry> entry = corrections.find(contact);
        if (entry.isEmpty() || entry.get().isNote() && !readsNote) {
            return new View(entry.filter(one -> mayStill(one, user)).isPresent(), List.of());
        }
        List<EntryVersion> versions = corrections.versions(contact);
        List<Correction> shown = new ArrayList<>();
        EntryText after = entry.get().text();
        for (int i = versions.size() - 1; i >= 0; i--) {
            EntryVersion version = versions.get(i);
            shown.add(new Correction(
                    version.replacedAt(),
                    agents.name(version.replacedBy()),
                    version.reason(),
                    version.reason() == null ? List.of() : changes(version.text(), after, readsNote, locale),
                    version.reason() == null));
            after = version.text();
        }
        return new View(mayStill(entry.get(), user), shown);
    }

    private boolean mayStill(CorrectableEntry entry, SignedInUser user) {
        return !entry.erased() && may(entry, user);
    }

    /** The agent who wrote it, as long as they belong to the unit, and the unit's leaders. */
    boolean may(CorrectableEntry entry, SignedInUser user) {
        return user.mayEnter(entry.unitId())
                && (user.login().equals(entry.author()) || access.mayManage(entry.unitId()));
    }

    /** The fields in which two versions differ, for whoever may correct the entry. */
    List<Change> changes(EntryText before, EntryText after, Locale locale) {
        return changes(before, after, true, locale);
    }

    private List<Change> changes(EntryText before, EntryText after, boolean showsNote, Locale locale) {
        List<Change> changes = new ArrayList<>();
        for (EntryField field : EntryField.values()) {
            if (field.isOfANote() && !showsNote) {
                continue;
            }
            String was = fields.words(field, before, locale);
            String is = fields.words(field, after, locale);
            // That there is no number says the number's line.
            if (field.kind() != EntryField.Kind.FLAG && !Objects.equals(was, is)) {
                changes.add(new Change(fields.label(field, locale), was, is));
            }
        }
        return changes;
    }
}
