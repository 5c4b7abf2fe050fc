package io.rotadesk.engine;

import java.util.Locale;

/** The kinds of models that a process owner looks after, in the order in which they are listed. */
public enum ModelKind {
    PROCESS,
    DECISION,
    FORM;

    /** As it stands in an address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
