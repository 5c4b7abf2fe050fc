package io.rotadesk.web.desk.notes;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows notes to those who may read them: the author, the colleague for whom a note is, and the unit's leaders. */
@Component
public class NoteViews {

    private final Notes notes;
    private final CallSearch calls;
    private final VisitSearch visits;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;

    NoteViews(Notes notes, CallSearch calls, VisitSearch visits, Agents agents, Units units, UnitAccess access) {
        this.notes = notes;
        this.calls = calls;
        this.visits = visits;
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

    /** Whether there is a note about a call or visit, and the person may read it. */
    public boolean mayRead(Contact contact, SignedInUser user) {
        return notes.of(contact).filter(note -> mayRead(note, user)).isPresent();
    }

    boolean mayRead(Note note, SignedInUser user) {
        return user.mayEnter(note.unitId()) && (note.concerns(user.login()) || access.mayManage(note.unitId()));
    }

    NoteView view(Note note, Unit unit, SignedInUser user) {
        String colleague = note.text().forWhom();
        String seenBy = access.mayManage(unit.id()) ? null : user.login();
        boolean isCall = note.contact().kind() == Contact.Kind.CALL;
        return new NoteView(
                note,
                agents.name(note.by()),
                colleague == null ? null : agents.name(colleague),
                isCall ? callersNumber(note) : visitorsNumber(note),
                isCall ? pathOfCall(note, seenBy) : pathOfVisit(note, seenBy),
                note.waitsFor(user.login()),
                unit.settings().zone());
    }

    private String callersNumber(Note note) {
        return calls.find(CallKey.parse(note.contact().id()), null)
                .map(Call::caller)
                .map(caller -> caller.number())
                .orElse(null);
    }

    private String visitorsNumber(Note note) {
        return visits.find(VisitKey.parse(note.contact().id()), null)
                .map(Visit::announced)
                .map(visitor -> visitor.number())
                .orElse(null);
    }

    private String pathOfCall(Note note, String seenBy) {
        return calls.find(CallKey.parse(note.contact().id()), seenBy)
                .map(call -> "/desk/calls/entry/" + call.key())
                .orElse(null);
    }

    private String pathOfVisit(Note note, String seenBy) {
        return visits.find(VisitKey.parse(note.contact().id()), seenBy)
                .map(visit -> "/desk/visits/entry/" + visit.key())
                .orElse(null);
    }
}
