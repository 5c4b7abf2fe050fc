package io.rotadesk.staff.subject;

import io.rotadesk.staff.rota.Contact;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module's knowledge whom its work is about. */
public interface SubjectSource {

    /** The ids of the processes in their models. */
    Set<String> processes();

    /**
     * The subjects of a list, with the same number of statements however long it is.
     *
     * @param works of these processes only
     * @return without those that are not found; an id that is none is not found either
     */
    Map<Work, Subject> of(Collection<Work> works);

    /** @return the work of a call or a visit; empty for contacts of other modules */
    default Optional<Work> work(Contact contact) {
        return Optional.empty();
    }
}
