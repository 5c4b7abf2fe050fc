package io.rotadesk.petition.matter.process;

import java.util.Collection;
import java.util.List;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The units that were ticked in a list, which a form sends as a list or as JSON. */
final class CheckedUnits {

    private CheckedUnits() {}

    static List<String> in(Object sent) {
        if (sent == null || sent.toString().isBlank()) {
            return List.of();
        }
        if (sent instanceof Collection<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        SpinJsonNode json = sent instanceof SpinJsonNode node ? node : Spin.JSON(sent.toString());
        return json.elements().stream().map(SpinJsonNode::stringValue).toList();
    }
}
