package io.rotadesk.web.desk.notes;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The notes about callers and visitors who wanted something else. Managers see the unit's; others those that they wrote, and
 * those that are for them. A note of anybody else is missing as if it did not exist.
 */
@Controller
@RequestMapping("/desk/notes")
class NotePages {

    private static final int LATEST = 100;

    private final Notes notes;
    private final NoteViews views;
    private final Units units;
    private final UnitAccess access;

    NotePages(Notes notes, NoteViews views, Units units, UnitAccess access) {
        this.notes = notes;
        this.views = views;
        this.units = units;
        this.access = access;
    }

    @GetMapping
    String list(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        boolean seesAll = access.mayManage(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("seesAll", seesAll);
        page.addAttribute(
                "notes", views.list(notes.latest(unit.id(), seesAll ? null : user.login(), LATEST), unit, user));
        return "desk/notes/list";
    }

    @GetMapping("/{id:[0-9]+}")
    String note(@PathVariable long id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Note note = readable(id, user);
        Unit unit = units.get(note.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("view", views.view(note, unit, user));
        return "desk/notes/note";
    }

    /** The colleague has read it. */
    @PostMapping("/{id:[0-9]+}/read")
    String read(@PathVariable long id, @AuthenticationPrincipal SignedInUser user) {
        notes.read(readable(id, user), user.login());
        return "redirect:/desk/notes/" + id;
    }

    private Note readable(long id, SignedInUser user) {
        return notes.find(id)
                .filter(note -> views.mayRead(note, user))
                .orElseThrow(() -> new NotThereException("no note " + id));
    }
}
