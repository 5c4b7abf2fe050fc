package io.rotadesk.leasing.note;

import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes about callers and visitors who wanted something else than leasing (L2.2b, L3.2b). The colleague for whom a note is
 * gets a notice, which says nothing of the note; the text is for them, the author and the manager.
 */
@Service("contactNotes")
@Transactional
public class Notes {

    private final NoteRows rows;
    private final Notices notices;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    Notes(NoteRows rows, Notices notices, Agents agents, Units units, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Keeps a note and tells the colleague. There is one of each contact: a second one changes nothing.
     *
     * @param by the login of the agent who talked with the person
     */
    public void leave(String unitId, Contact contact, String by, NoteText text) {
        rows.insert(unitId, contact, text, by, clock.instant()).ifPresent(note -> tell(note, by));
    }

    /**
     * Changes a note, or writes the one that is missing.
     *
     * @param by the login of the person who corrects it
     */
    public void correct(String unitId, Contact contact, String by, NoteText text) {
        Optional<Note> before = rows.of(contact);
        if (before.isEmpty()) {
            leave(unitId, contact, by, text);
            return;
        }
        Note note = rows.change(before.get(), text);
        if (!Objects.equals(before.get().text().forWhom(), text.forWhom())) {
            notices.settle(NoticeKind.MESSAGE, unitId, subject(before.get()));
        }
        if (note.readAt() == null) {
            tell(note, by);
        }
    }

    private void tell(Note note, String by) {
        String colleague = note.text().forWhom();
        if (colleague != null && !colleague.equals(by)) {
            notices.tell(
                    NoticeKind.MESSAGE,
                    note.unitId(),
                    List.of(colleague),
                    subject(note),
                    "/desk/notes/" + note.id(),
                    agents.name(by),
                    units.get(note.unitId()).clock().time(clock.instant()));
        }
    }

    /** The colleague has read it; for anybody else nothing happens. */
    public void read(Note note, String login) {
        if (rows.read(note.id(), login, clock.instant())) {
            notices.settle(NoticeKind.MESSAGE, note.unitId(), subject(note));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Note> find(long id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Note> of(Contact contact) {
        return rows.of(contact);
    }

    /**
     * A unit's latest notes, newest first.
     *
     * @param seenBy null for somebody who sees all of them
     */
    @Transactional(readOnly = true)
    public List<Note> latest(String unitId, String seenBy, int limit) {
        return rows.latest(unitId, seenBy, limit);
    }

    /** Deletes the texts of the note about a contact whose person is erased. */
    @EventListener
    void erased(ContactErased erased) {
        rows.erase(erased.contact());
    }

    /** The people for whom a note can be: everybody who works in the unit, and its leaders. Names by login. */
    @Transactional(readOnly = true)
    public Map<String, String> colleagues(String unitId) {
        Unit unit = units.get(unitId);
        Map<String, String> names = new LinkedHashMap<>();
        agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left())
                .forEach((Agent agent) -> names.put(agent.login(), agent.name()));
        Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .forEach(leader -> names.computeIfAbsent(leader, agents::name));
        return names;
    }

    /** For each colleague another one, since the note may become another colleague's. */
    private static String subject(Note note) {
        return note.id() + ":" + note.text().forWhom();
    }
}
