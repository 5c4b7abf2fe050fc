package io.rotadesk.petition.paper;

import io.rotadesk.platform.input.FieldRefusal;

/** Rejects an entry, by a reason of the bundle {@code i18n/paper}. Nothing is saved; the page keeps the typed text. */
public class PaperRefusal extends FieldRefusal {

    PaperRefusal(String field, String key, Object... arguments) {
        super(field + ": " + key, field, key, arguments);
    }
}
