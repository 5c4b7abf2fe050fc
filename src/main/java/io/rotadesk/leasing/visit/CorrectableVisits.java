package io.rotadesk.leasing.visit;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.CorrectableRegister;
import io.rotadesk.leasing.correction.EntryForm;
import io.rotadesk.leasing.correction.EntryForm.About;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.rota.Contact;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The entries of the visit register that can be corrected: registered visits (L3.8), and notes about something else. */
@Component
class CorrectableVisits implements CorrectableRegister {

    private static final EntryForm REGISTERED =
            new EntryForm(VisitReception.PROCESS, VisitReception.Task.REGISTER_VISIT, Map.of(), About.CUSTOMER);

    private static final EntryForm OTHER = new EntryForm(
            VisitReception.PROCESS, VisitReception.Task.GREET_VISITOR, Map.of("purpose", Visit.OTHER), About.NOTE);

    private static final String ACTIVE = "ACTIVE";

    private final Visits visits;
    private final Notes notes;

    CorrectableVisits(Visits visits, Notes notes) {
        this.visits = visits;
        this.notes = notes;
    }

    @Override
    public Contact.Kind kind() {
        return Contact.Kind.VISIT;
    }

    @Override
    public Optional<CorrectableEntry> find(Contact contact) {
        return visits.find(VisitKey.parse(contact.id())).flatMap(this::entry);
    }

    @Override
    public Optional<CorrectableEntry> hold(Contact contact) {
        return visits.hold(VisitKey.parse(contact.id())).flatMap(this::entry);
    }

    private Optional<CorrectableEntry> entry(Visit visit) {
        return switch (visit.state()) {
            case REGISTERED -> Optional.of(entry(visit, text(visit.written()), REGISTERED, null));
            case OTHER -> Optional.of(entry(visit, EntryText.of(note(visit)), OTHER, REGISTERED));
            default -> Optional.empty();
        };
    }

    private static CorrectableEntry entry(Visit visit, EntryText text, EntryForm form, EntryForm leasing) {
        return new CorrectableEntry(
                visit.key().contact(),
                visit.unitId(),
                text,
                form,
                leasing,
                visit.host().agent(),
                ContactKind.VISIT,
                visit.at(),
                visit.written().registeredAt(),
                visit.known().customerId(),
                claimant(visit),
                visit.announced().phone(),
                visit.erasedAt() != null);
    }

    /** A competitor is nobody's customer (L3.4); a colleague's customer stays the colleague's (L3.2d). */
    private static String claimant(Visit visit) {
        if (visit.isMarketSurvey()) {
            return null;
        }
        return ACTIVE.equals(visit.said().status())
                ? visit.said().owner()
                : visit.host().agent();
    }

    private NoteText note(Visit visit) {
        return notes.of(visit.key().contact()).map(Note::text).orElse(new NoteText(null, null, null));
    }

    private static EntryText text(Written written) {
        return EntryText.of(
                new Needs(
                        written.customerName(),
                        written.customerPhone(),
                        written.mediaSource(),
                        written.interests(),
                        written.floorArea(),
                        written.tradeType(),
                        written.budget(),
                        written.moveInDate(),
                        written.remarks(),
                        null),
                written.intent(),
                written.objections(),
                written.nextStep());
    }

    @Override
    public void correct(Contact contact, EntryText text, Long customerId) {
        Visit visit = visits.get(VisitKey.parse(contact.id()));
        Written written = visit.written().corrected(text);
        visits.save(
                visit,
                visit.state() == VisitState.OTHER
                        ? visit.wasAboutLeasing(written, customerId)
                        : visit.corrected(written, customerId));
    }
}
