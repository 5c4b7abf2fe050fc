package io.rotadesk.web.desk;

import io.rotadesk.platform.input.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person has written into a form that was not accepted, so that the page that says so can give it back. Only what looks
 * written: with a blank or in a script of its own. Days, choices and ids are quickly chosen again; secrets are never shown.
 */
public final class TypedTexts {

    /** By the names of the fields in which a browser hides what is typed, and some more. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|secret|token|csrf).*|code|current|wanted|repeated");

    private static final Pattern WRITTEN = Pattern.compile("(?s).*(\\s|[\\p{L}&&[^a-zA-Z]]).*");
    private static final int MOST = 30;

    static final TypedTexts NONE = new TypedTexts("", Map.of());

    private final List<String> texts;

    /**
     * @param method of the request
     * @param fields of the form, by name
     */
    TypedTexts(String method, Map<String, String[]> fields) {
        this.texts = method.equals("POST")
                ? fields.entrySet().stream()
                        .filter(field -> !SECRET.matcher(field.getKey()).matches())
                        .flatMap(field -> Arrays.stream(field.getValue()))
                        .map(SafeText::orNull)
                        .filter(Objects::nonNull)
                        .filter(text -> WRITTEN.matcher(text).matches())
                        .distinct()
                        .limit(MOST)
                        .toList()
                : List.of();
    }

    /** In the order of the form; none if nothing was written. */
    public List<String> all() {
        return texts;
    }
}
