package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A matter's deadline as the process knows it: setting the variable starts the watch over it anew. */
@Component
class MatterDue {

    private final Matters matters;

    MatterDue(Matters matters) {
        this.matters = matters;
    }

    /** @return ISO instant; null when nothing is due */
    String at(String matterId) {
        Matter matter = matters.get(matterId);
        return matter.dueAt() == null ? null : matter.dueAt().toString();
    }

    /** @return the deadline if the process does not know it yet: two watches over one would tell everything twice */
    Optional<String> changed(String matterId, String known) {
        return Optional.ofNullable(at(matterId)).filter(dueAt -> !Objects.equals(dueAt, known));
    }
}
