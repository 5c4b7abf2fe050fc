package io.rotadesk.leasing.call;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.CorrectableRegister;
import io.rotadesk.leasing.correction.CoverText;
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

/** The entries of the call register that can be corrected: registered calls (L2.3), calls answered for a
 * colleague (L2.2d), and notes about something else. */
@Component
class CorrectableCalls implements CorrectableRegister {

    private static final EntryForm REGISTERED = new EntryForm(
            CallHandling.PROCESS,
            CallHandling.Task.REGISTER_CALL,
            // What the agent said to the caller cannot be said again.
            Map.of("leftOwnDetails", true),
            About.CUSTOMER);

    private static final EntryForm OTHER =
            new EntryForm(CallHandling.PROCESS, CallHandling.Task.ASK_CALLER, Map.of("enquiry", "other"), About.NOTE);

    private final Calls calls;
    private final Notes notes;

    CorrectableCalls(Calls calls, Notes notes) {
        this.calls = calls;
        this.notes = notes;
    }

    @Override
    public Contact.Kind kind() {
        return Contact.Kind.CALL;
    }

    @Override
    public Optional<CorrectableEntry> find(Contact contact) {
        return calls.find(CallKey.parse(contact.id())).flatMap(this::entry);
    }

    @Override
    public Optional<CorrectableEntry> hold(Contact contact) {
        return calls.hold(CallKey.parse(contact.id())).flatMap(this::entry);
    }

    private Optional<CorrectableEntry> entry(Call call) {
        return switch (call.state()) {
            case REGISTERED -> Optional.of(entry(call, text(call.written()), REGISTERED, null));
            case COVERED -> Optional.of(covered(call));
            case OTHER -> Optional.of(entry(call, EntryText.of(note(call)), OTHER, REGISTERED));
            default -> Optional.empty();
        };
    }

    private static CorrectableEntry entry(Call call, EntryText text, EntryForm form, EntryForm leasing) {
        return new CorrectableEntry(
                call.key().contact(),
                call.unitId(),
                text,
                form,
                leasing,
                call.talk().agent(),
                ContactKind.CALL,
                call.receivedAt(),
                call.written().registeredAt(),
                call.caller().customerId(),
                call.talk().agent(),
                call.caller().phone(),
                call.erasedAt() != null);
    }

    /** The customer is the colleague's, and stays theirs (L2.2d). */
    private static CorrectableEntry covered(Call call) {
        Cover cover = call.cover();
        Map<String, Object> decided = Map.of(
                "sensitive",
                Boolean.TRUE.equals(cover.sensitive()) ? "yes" : "no",
                "mobileGivenOut",
                Boolean.TRUE.equals(cover.mobileGivenOut()));
        return new CorrectableEntry(
                call.key().contact(),
                call.unitId(),
                EntryText.of(new CoverText(cover.answer(), cover.callBackNumber())),
                new EntryForm(CallHandling.PROCESS, CallHandling.Task.COVER_CALL, decided, About.COVER),
                null,
                cover.by(),
                ContactKind.CALL,
                call.receivedAt(),
                call.written().registeredAt(),
                call.caller().customerId(),
                null,
                call.caller().phone(),
                call.erasedAt() != null);
    }

    private NoteText note(Call call) {
        return notes.of(call.key().contact()).map(Note::text).orElse(new NoteText(null, null, null));
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
                null,
                null,
                null);
    }

    @Override
    public void correct(Contact contact, EntryText text, Long customerId) {
        Call call = calls.get(CallKey.parse(contact.id()));
        Written written = call.written().corrected(text.needs());
        calls.save(
                call,
                switch (call.state()) {
                    case COVERED ->
                        call.coverCorrected(text.cover().answer(), text.cover().callBackNumber());
                    case OTHER -> call.wasAboutLeasing(written, customerId);
                    default -> call.corrected(written, customerId);
                });
    }
}
