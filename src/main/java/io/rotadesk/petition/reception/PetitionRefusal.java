package io.rotadesk.petition.reception;

import io.rotadesk.platform.input.FieldRefusal;

/** Rejects an entry about a petitioner, by a reason of the bundle {@code i18n/reception}; nothing was saved. */
public class PetitionRefusal extends FieldRefusal {

    PetitionRefusal(String field, String key, Object... arguments) {
        // No values in the message: they may be personal.
        super(field + ": " + key, field, key, arguments);
    }
}
