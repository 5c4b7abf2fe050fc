package io.rotadesk.petition.message;

import io.rotadesk.petition.matter.TimelineKind;
import java.util.Arrays;
import java.util.Optional;

/** The stages of which a petitioner is told by message (articles 22, 23, 34 of the Regulation). */
enum Stage {
    REGISTERED(TimelineKind.REGISTERED),
    ACCEPTED(TimelineKind.PLANNED),
    EXTENDED(TimelineKind.EXTENSION_TOLD),
    ANSWERED(TimelineKind.REPLIED);

    private final TimelineKind step;

    Stage(TimelineKind step) {
        this.step = step;
    }

    /** What the outbox calls its messages. */
    String kind() {
        return "PETITIONER_" + name();
    }

    static Optional<Stage> at(TimelineKind step) {
        return Arrays.stream(values()).filter(stage -> stage.step == step).findFirst();
    }

    static Optional<Stage> of(String kind) {
        return Arrays.stream(values())
                .filter(stage -> stage.kind().equals(kind))
                .findFirst();
    }
}
