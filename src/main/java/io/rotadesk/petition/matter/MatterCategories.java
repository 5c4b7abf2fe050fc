package io.rotadesk.petition.matter;

import io.rotadesk.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The categories by which matters are summarised (P7), in the order in which lists show them: a tree for each tree of units, the
 * usual ones until its centre has others. A matter keeps the category that it was given, under the name that it had then.
 */
@Component
public class MatterCategories {

    /** Between the names of a category and those above it. */
    private static final String BELOW = " › ";

    private static final List<String> USUAL = List.of(
            "land",
            "housing",
            "road",
            "labour",
            "welfare",
            "environment",
            "disputes",
            "services",
            "governance",
            "other");

    private final CategoryRows rows;
    private final MatterNumbers numbers;
    private final Words labels;

    MatterCategories(CategoryRows rows, MatterNumbers numbers, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.rows = rows;
        this.numbers = numbers;
        this.labels = new Words(locale, "i18n/matter");
    }

    /** The codes that there are before a centre changes anything. */
    public static List<String> usual() {
        return USUAL;
    }

    /** All of the unit's tree, closed ones too: each one followed by those below it. */
    public List<Category> tree(String unitId) {
        List<Category> all = rows.of(numbers.root(unitId));
        List<Category> known = all.isEmpty()
                ? IntStream.range(0, USUAL.size())
                        .mapToObj(place -> new Category(USUAL.get(place), null, null, place + 1, null))
                        .toList()
                : all;
        List<Category> ordered = new ArrayList<>();
        addBelow(null, known, ordered);
        return ordered;
    }

    private static void addBelow(String parent, List<Category> all, List<Category> ordered) {
        all.stream().filter(one -> Objects.equals(one.parentCode(), parent)).forEach(one -> {
            ordered.add(one);
            addBelow(one.code(), all, ordered);
        });
    }

    /** The codes that can be chosen at the unit: open ones, with nothing open below them. */
    public List<String> codes(String unitId) {
        List<Category> tree = tree(unitId);
        Set<String> parents = tree.stream()
                .filter(Category::isOpen)
                .map(Category::parentCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return tree.stream()
                .filter(Category::isOpen)
                .map(Category::code)
                .filter(code -> !parents.contains(code))
                .toList();
    }

    /** The code and all below it, closed ones too: what a search for it finds. */
    public Set<String> withBelow(String unitId, String code) {
        List<Category> tree = tree(unitId);
        Set<String> found = tree.stream()
                .filter(one -> isBelow(one, code, tree))
                .map(Category::code)
                .collect(Collectors.toSet());
        found.add(code);
        return found;
    }

    private static boolean isBelow(Category one, String code, List<Category> tree) {
        String parent = one.parentCode();
        return parent != null
                && (parent.equals(code)
                        || tree.stream().anyMatch(above -> above.code().equals(parent) && isBelow(above, code, tree)));
    }

    /**
     * Checks a choice. A category that was closed while a form was open still counts.
     *
     * @throws MatterRefusal naming the field, if the unit's tree has no such code
     */
    String chosen(String unitId, String category) {
        String code = Required.text("category", category);
        if (tree(unitId).stream().noneMatch(one -> one.code().equals(code)) && !USUAL.contains(code)) {
            throw new MatterRefusal("category", "category.unknown", code);
        }
        return code;
    }

    /** @return with the names above it; the code itself for one that nobody knows; "" for null */
    public String label(String code, Locale locale) {
        if (code == null) {
            return "";
        }
        return CategoryRows.isMade(code)
                ? rows.made(code).map(made -> path(made, locale)).orElse(code)
                : labels.find(locale, "category." + code, code);
    }

    private String path(Category made, Locale locale) {
        return (made.parentCode() == null ? "" : label(made.parentCode(), locale) + BELOW) + made.name();
    }

    /** How many are above it. */
    public int level(Category category) {
        return category.parentCode() == null ? 0 : above(category.parentCode()).size() + 1;
    }

    /** The codes above it, from the nearest up; none for a category at the top, for one that nobody knows, and for null. */
    public List<String> above(String code) {
        List<String> above = new ArrayList<>();
        for (String upper = parent(code); upper != null; upper = parent(upper)) {
            above.add(upper);
        }
        return above;
    }

    /** The usual ones are at the top. */
    private String parent(String code) {
        return code != null && CategoryRows.isMade(code)
                ? rows.made(code).map(Category::parentCode).orElse(null)
                : null;
    }

    /** The unit at the top of the tree, whose leaders change the categories. */
    public String keptBy(String unitId) {
        return numbers.root(unitId);
    }

    /** The language of the names that a centre types. */
    Locale locale() {
        return labels.locale();
    }

    /** The name alone. */
    public String name(Category category, Locale locale) {
        return category.name() == null ? label(category.code(), locale) : category.name();
    }

    /** The name alone; see {@link #label}. */
    public String name(String code, Locale locale) {
        return code != null && CategoryRows.isMade(code)
                ? rows.made(code).map(Category::name).orElse(code)
                : label(code, locale);
    }
}
