package io.rotadesk.web.desk.notes;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Shows notes to those who may read them: the author, the colleague for whom a note is, and the unit's leaders. */
@Component
public class NoteViews {

    private final Notes notes;
    private final Calls calls;
    private final Visits visits;
    private final CallSearch seenCalls;
    private final VisitSearch seenVisits;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;

    NoteViews(
            Notes notes,
            Calls calls,
            Visits visits,
            CallSearch seenCalls,
            VisitSearch seenVisits,
            Agents agents,
            Units units,
            UnitAccess access) {
        this.notes = notes;
        this.calls = calls;
        this.visits = visits;
        this.seenCalls = seenCalls;
        this.seenVisits = seenVisits;
        this.agents = agents;
        this.units = units;
        this.access = access;
    }

    /** The note about a call or visit; empty if there is none, or if the person may not read it. */
    public Optional<NoteView> of(Contact contact, SignedInUser user) {
        return notes.of(contact)
                .filter(note -> mayRead(note, user))
                .map(note -> view(note, units.get(note.unitId()), user));
    }

    boolean mayRead(Note note, SignedInUser user) {
        return user.mayEnter(note.unitId()) && (note.concerns(user.login()) || access.mayManage(note.unitId()));
    }

    /** Notes of one unit, for a list, which does not lead to their entries: the numbers of all are asked for at once. */
    List<NoteView> list(List<Note> notes, Unit unit, SignedInUser user) {
        Map<Contact, String> numbers = new HashMap<>();
        calls.all(
                        unit.id(),
                        ids(notes, Contact.Kind.CALL, id -> CallKey.parse(id).callId()))
                .forEach(call -> numbers.put(call.key().contact(), call.caller().number()));
        visits.all(
                        unit.id(),
                        ids(notes, Contact.Kind.VISIT, id -> VisitKey.parse(id).visitId()))
                .forEach(visit ->
                        numbers.put(visit.key().contact(), visit.announced().number()));
        return notes.stream()
                .map(note -> view(note, unit, user, numbers.get(note.contact()), null))
                .toList();
    }

    private static List<String> ids(List<Note> notes, Contact.Kind kind, UnaryOperator<String> id) {
        return notes.stream()
                .map(Note::contact)
                .filter(contact -> contact.kind() == kind)
                .map(contact -> id.apply(contact.id()))
                .toList();
    }

    NoteView view(Note note, Unit unit, SignedInUser user) {
        String seenBy = access.mayManage(unit.id()) ? null : user.login();
        String id = note.contact().id();
        if (note.contact().kind() == Contact.Kind.CALL) {
            CallKey key = CallKey.parse(id);
            String number = calls.find(key).map(call -> call.caller().number()).orElse(null);
            String path = seenCalls
                    .find(key, seenBy)
                    .map(call -> "/desk/calls/entry/" + call.key())
                    .orElse(null);
            return view(note, unit, user, number, path);
        }
        VisitKey key = VisitKey.parse(id);
        String number =
                visits.find(key).map(visit -> visit.announced().number()).orElse(null);
        String path = seenVisits
                .find(key, seenBy)
                .map(visit -> "/desk/visits/entry/" + visit.key())
                .orElse(null);
        return view(note, unit, user, number, path);
    }

    private NoteView view(Note note, Unit unit, SignedInUser user, String number, String path) {
        String colleague = note.text().forWhom();
        return new NoteView(
                note,
                agents.name(note.by()),
                colleague == null ? null : agents.name(colleague),
                number,
                path,
                note.waitsFor(user.login()),
                unit.settings().zone());
    }
}
