package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The variables that a form puts into its Markdown. They may hold texts of strangers and colleagues, which must be
 * shown exactly as written.
 *
 * @param texts the names of the variables that are shown only in texts
 * @param lists the names of the variables that texts show and that also give fields their options; an option's label
 *     and value stay unchanged
 */
record ShownInText(Set<String> texts, Set<String> lists) {

    /** No form: only Markdown that a bean has formatted is turned into text. */
    static final ShownInText NOTHING = new ShownInText(Set.of(), Set.of());

    private static final Set<String> OPTION = Set.of("label", "value");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** @param schema the schema of a form; an unreadable one shows nothing */
    static ShownInText of(JsonNode schema) {
        Set<String> shown = new HashSet<>();
        Set<String> entered = new HashSet<>();
        Set<String> lists = new HashSet<>();
        collect(schema, shown, entered, lists);
        lists.retainAll(shown);
        shown.removeAll(entered);
        shown.removeAll(lists);
        return new ShownInText(Set.copyOf(shown), Set.copyOf(lists));
    }

    private static void collect(JsonNode parent, Set<String> shown, Set<String> entered, Set<String> lists) {
        for (JsonNode component : parent.path("components")) {
            FormTemplate.of(component).expressions().forEach(expression -> shown.addAll(names(expression)));
            entered.add(component.path("key").asText(""));
            lists.add(component.path("valuesKey").asText(""));
            collect(component, shown, entered, lists);
        }
    }

    /** All names in the expression, including those of its parts; a name too many does no harm. */
    private static Set<String> names(String expression) {
        return NO_NAME.splitAsStream(expression).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(texts);
        names.addAll(lists);
        return names;
    }

    /**
     * @param name the name of a variable of the form
     * @param value its value
     * @return the value for the form: the same, with texts escaped that would be read as Markdown
     */
    Object value(String name, Object value) {
        if (value instanceof FormMarkdown formatted) {
            return formatted.fitting();
        }
        if (texts.contains(name)) {
            return asWritten(value, Set.of());
        }
        return lists.contains(name) ? asWritten(value, OPTION) : value;
    }

    private static Object asWritten(Object value, Set<String> except) {
        if (value instanceof String text) {
            return FormMarkdown.fitting(text);
        }
        if (value instanceof SpinJsonNode json) {
            return Spin.JSON(withoutMarkdown(FormValues.plain(json), except));
        }
        return value instanceof Collection<?> || value instanceof Map<?, ?> ? withoutMarkdown(value, except) : value;
    }

    private static Object withoutMarkdown(Object plain, Set<String> except) {
        if (plain instanceof String text) {
            return FormMarkdown.text(text);
        }
        if (plain instanceof Collection<?> list) {
            return list.stream()
                    .map(item -> withoutMarkdown(item, except))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        if (plain instanceof Map<?, ?> entries) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            entries.forEach((key, item) -> copy.put(key, except.contains(key) ? item : withoutMarkdown(item, except)));
            return copy;
        }
        return plain;
    }
}
