package io.rotadesk.petition.paper;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The gaps of a text. {@code {{…}}} in a template is replaced by a value, once: what stands in a value stays as it was written. A
 * value that the matter does not have leaves {@code 【请填写：…】}, which the responsible person fills in before the paper is signed.
 */
final class Gaps {

    private static final Pattern NAMED = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern OPEN = Pattern.compile("【请填写：([^】]*)】");

    private Gaps() {}

    /** The names in braces that are no placeholders, in their order. */
    static List<String> unknown(String template) {
        return NAMED.matcher(template)
                .results()
                .map(name -> name.group(1).strip())
                .filter(name -> Placeholder.named(name).isEmpty())
                .distinct()
                .toList();
    }

    /** @param values without those that the matter does not have */
    static String fill(String template, Map<Placeholder, String> values) {
        return template.lines().map(line -> filledLine(line, values)).reduce("", (all, line) -> all + line + "\n");
    }

    private static String filledLine(String line, Map<Placeholder, String> values) {
        boolean row = SheetText.isRow(line);
        return NAMED.matcher(line).replaceAll(name -> Matcher.quoteReplacement(value(name, values, row)));
    }

    private static String value(MatchResult name, Map<Placeholder, String> values, boolean inRow) {
        Placeholder known = Placeholder.named(name.group(1).strip()).orElse(null);
        if (known == null) {
            return name.group();
        }
        String value = values.get(known);
        if (value == null) {
            return "【请填写：" + known.written() + "】";
        }
        return inRow ? SheetText.inCell(value) : value;
    }

    /** What is still to be filled in, in its order. */
    static List<String> open(String title, String text) {
        return Stream.of(title, text)
                .flatMap(part -> OPEN.matcher(part).results())
                .map(gap -> gap.group(1))
                .distinct()
                .toList();
    }
}
