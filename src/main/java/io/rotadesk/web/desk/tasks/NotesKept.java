package io.rotadesk.web.desk.tasks;

import io.rotadesk.engine.ListedTask;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.rota.Contact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Knows the steps that keep a note, and nothing else: with somebody who wants something else than leasing the call or the visit ends
 * there, with all others it goes on.
 */
@Component
class NotesKept {

    private final Notes notes;

    NotesKept(Notes notes) {
        this.notes = notes;
    }

    /** @return false if the completed task could keep a note, and there is none */
    boolean noneIsMissing(ListedTask task) {
        return noted(task).map(contact -> notes.of(contact).isPresent()).orElse(true);
    }

    private static Optional<Contact> noted(ListedTask task) {
        return switch (task.process() + "." + task.step()) {
            case CallHandling.PROCESS + "." + CallHandling.Task.ASK_CALLER ->
                Optional.of(new CallKey(task.unitId(), task.key()).contact());
            case VisitReception.PROCESS + "." + VisitReception.Task.GREET_VISITOR ->
                Optional.of(new VisitKey(task.unitId(), task.key()).contact());
            default -> Optional.empty();
        };
    }
}
