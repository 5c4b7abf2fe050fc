package io.rotadesk.web.desk.models;

import io.rotadesk.engine.ModelChange;
import io.rotadesk.engine.ModelPlace;
import io.rotadesk.engine.ModelVersion;
import io.rotadesk.platform.input.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what of a model is meant, and what has changed. A word that has no translation stays. */
@Component
class ModelWording {

    /** A property's last part, what tells it apart, and which of several it is: {@code inputParameter[line]}, {@code text 2}. */
    private static final Pattern PROPERTY = Pattern.compile("(?:.*\\.)?(\\w+)(?:\\[(.*)])?(?: (\\d+))?");

    private static final int LONGEST = 400;

    private final MessageSource messages;

    ModelWording(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A place where a text was found.
     *
     * @param what the element and its property
     * @param text as it stands there, possibly cut
     */
    record Place(ModelVersion model, String what, String text) {}

    /**
     * A change.
     *
     * @param tone the class of its badge
     * @param what the element, and of what kind it is
     * @param property what of the element has changed; empty for the whole of it
     */
    record Sentence(
            String element, String tone, String done, String what, String property, String before, String after) {}

    Place place(ModelPlace place, Locale locale) {
        String element = place.name().isBlank() ? place.element() : place.name();
        return new Place(
                place.model(),
                message("of", locale, element, property(place.property(), locale)),
                SafeText.shortened(place.text(), LONGEST));
    }

    Sentence change(ModelChange change, Locale locale) {
        String type = message("type." + change.type(), change.type(), locale);
        String name = change.type().equals("rule") ? message("row", locale, change.name()) : change.name();
        return new Sentence(
                change.element(),
                tone(change.kind()),
                message("change." + change.kind(), locale),
                change.type().equals("rule") ? name : message("element", locale, type, name),
                change.property() == null ? "" : property(change.property(), locale),
                shown(change.before(), locale),
                shown(change.after(), locale));
    }

    /** The elements of the diagram to be marked: the kind of change by id, in the strongest colour that applies. */
    Map<String, String> marks(List<ModelChange> changes) {
        Map<String, String> marks = new TreeMap<>();
        changes.forEach(
                change -> marks.putIfAbsent(change.element(), change.kind().name()));
        return marks;
    }

    private String property(String path, Locale locale) {
        Matcher parts = PROPERTY.matcher(path);
        if (!parts.matches()) {
            return path;
        }
        String name = message("property." + parts.group(1), parts.group(1), locale);
        String told = parts.group(2) == null ? name : name + " " + parts.group(2);
        return parts.group(3) == null ? told : told + " " + parts.group(3);
    }

    private String shown(String value, Locale locale) {
        return value == null || value.isBlank() ? message("nothing", locale) : SafeText.shortened(value, LONGEST);
    }

    private static String tone(ModelChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "ok";
            case REMOVED -> "danger";
            case CHANGED -> "info";
            case MOVED -> "";
        };
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage("desk.models." + key, arguments, locale);
    }

    private String message(String key, String otherwise, Locale locale) {
        return messages.getMessage("desk.models." + key, null, otherwise, locale);
    }
}
