package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * An input of a Camunda Form.
 *
 * @param key the variable that it fills
 * @param label what people call it; the key when it has no label
 * @param type the component's type in the form's schema, {@code textfield} and so on
 * @param hiddenWhen FEEL conditions, its own and those of the groups around it; it is hidden if one of them is true
 * @param component its part of the schema
 */
record FormField(String key, String label, String type, List<String> hiddenWhen, JsonNode component) {

    /** The types of inputs that the server can check; a form with another one is not deployed. */
    static final Set<String> TYPES = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");

    /** Parts of a form that take no input; excludes those that show HTML or a foreign page. */
    static final Set<String> WITHOUT_INPUT = Set.of("text", "image", "spacer", "separator", "group", "button", "table");

    /** @return the named rule under {@code validate}, or a missing node */
    JsonNode rule(String name) {
        return component.path("validate").path(name);
    }

    JsonNode property(String name) {
        return component.path(name);
    }

    boolean isText() {
        return type.equals("textfield") || type.equals("textarea");
    }

    boolean isList() {
        return type.equals("checklist") || type.equals("taglist");
    }

    boolean isChoice() {
        return isList() || type.equals("radio") || type.equals("select");
    }
}
