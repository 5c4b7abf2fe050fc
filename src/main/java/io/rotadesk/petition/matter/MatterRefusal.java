package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.FieldRefusal;
import java.util.List;

/** Rejects an entry, by a reason of the bundle {@code i18n/matter}. Nothing is saved; the form keeps the typed text. */
public class MatterRefusal extends FieldRefusal {

    MatterRefusal(String field, String key, Object... arguments) {
        super(field + ": " + key + " " + List.of(arguments), field, key, arguments);
    }
}
