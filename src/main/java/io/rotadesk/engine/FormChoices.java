package io.rotadesk.engine;

import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The choices of a list in a form that are not in the form itself. */
public final class FormChoices {

    private FormChoices() {}

    /** @param labels by the choices' values, in their order */
    public static SpinJsonNode of(Map<String, String> labels) {
        return Spin.JSON(labels.entrySet().stream()
                .map(one -> Map.of("value", one.getKey(), "label", one.getValue()))
                .toList());
    }
}
