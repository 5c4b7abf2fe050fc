package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.SafeText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a centre does with its categories. Nothing that a matter has is ever renamed: another name, or another place in the tree, is
 * a new category beside the old one, which is closed.
 */
@Service
@Transactional
public class CategoryChanges {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    /** How many levels a tree has at most. */
    static final int LEVELS = 3;

    /** How many categories a tree has at most, closed ones included. */
    static final int MOST = 500;

    private final CategoryRows rows;
    private final MatterCategories categories;
    private final MatterNumbers numbers;
    private final Clock clock;

    CategoryChanges(CategoryRows rows, MatterCategories categories, MatterNumbers numbers, Clock clock) {
        this.rows = rows;
        this.categories = categories;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * @param parent the code above; null or blank at the top
     * @return the code
     * @throws MatterRefusal naming the field
     */
    public String add(String unitId, String parent, String name) {
        return add(begun(unitId), unitId, SafeText.orNull(parent), name, null, null);
    }

    /**
     * Gives a category another name or another place in the tree: a new one takes its place, with those below it. What nobody can
     * choose stays so.
     *
     * @return the code of the new one; the same code if nothing changes
     * @throws MatterRefusal naming the field
     */
    public String change(String unitId, String code, String parent, String name) {
        String root = begun(unitId);
        Category old = require(unitId, code);
        String above = SafeText.orNull(parent);
        boolean same = Objects.equals(above, old.parentCode())
                && List.of(Locale.CHINESE, Locale.ENGLISH).stream()
                        .anyMatch(locale -> categories.name(old, locale).equals(SafeText.orNull(name)));
        if (same) {
            return code;
        }
        if (above != null && categories.withBelow(unitId, code).contains(above)) {
            throw new MatterRefusal("parent", "category.insideItself");
        }
        String changed = add(root, unitId, above, name, old.place(), code);
        rows.close(root, changed, old.closedAt());
        for (Category below : childrenOf(unitId, code)) {
            copy(root, unitId, below, changed);
        }
        close(unitId, code);
        return changed;
    }

    private void copy(String root, String unitId, Category old, String parent) {
        requireRoom(unitId);
        requireRoomBelow(unitId, parent);
        String copied = rows.add(root, parent, categories.name(old, locale()), old.place());
        rows.close(root, copied, old.closedAt());
        childrenOf(unitId, old.code()).forEach(below -> copy(root, unitId, below, copied));
    }

    /** Nobody can choose it any more, nor what is below it. */
    public void close(String unitId, String code) {
        String root = begun(unitId);
        require(unitId, code);
        Set<String> closed = categories.withBelow(unitId, code);
        categories.tree(unitId).stream()
                .filter(one -> one.isOpen() && closed.contains(one.code()))
                .forEach(one -> rows.close(root, one.code(), clock.instant()));
        if (categories.codes(unitId).isEmpty()) {
            throw new MatterRefusal("category", "category.last");
        }
    }

    /**
     * It can be chosen again, with those above it.
     *
     * @throws MatterRefusal if another one has its name meanwhile
     */
    public void open(String unitId, String code) {
        String root = begun(unitId);
        Category one = require(unitId, code);
        requireOwnName(unitId, one.parentCode(), categories.name(one, locale()), code);
        rows.close(root, code, null);
        if (one.parentCode() != null) {
            rows.close(root, one.parentCode(), null);
            Optional.ofNullable(require(unitId, one.parentCode()).parentCode())
                    .ifPresent(above -> rows.close(root, above, null));
        }
    }

    /** Moves it before the one above it in the list of those with the same parent. */
    public void moveUp(String unitId, String code) {
        String root = begun(unitId);
        Category one = require(unitId, code);
        List<Category> beside = childrenOf(unitId, one.parentCode());
        int at = beside.indexOf(one);
        if (at > 0) {
            Category before = beside.get(at - 1);
            rows.place(root, one.code(), before.place());
            rows.place(root, before.code(), one.place() == before.place() ? one.place() + 1 : one.place());
        }
    }

    private String begun(String unitId) {
        String root = numbers.root(unitId);
        rows.begin(root, MatterCategories.usual());
        return root;
    }

    private String add(String root, String unitId, String parent, String name, Integer place, String instead) {
        String text = Required.text("name", name);
        if (text.length() > LONGEST_NAME) {
            throw new MatterRefusal("name", "category.nameTooLong", LONGEST_NAME);
        }
        requireRoom(unitId);
        if (parent != null) {
            requireRoomBelow(unitId, parent);
        }
        requireOwnName(unitId, parent, text, instead);
        return rows.add(root, parent, text, place);
    }

    private void requireRoom(String unitId) {
        if (categories.tree(unitId).size() >= MOST) {
            throw new MatterRefusal("name", "category.tooMany", MOST);
        }
    }

    private void requireRoomBelow(String unitId, String parent) {
        if (categories.level(require(unitId, parent)) + 1 >= LEVELS) {
            throw new MatterRefusal("parent", "category.tooDeep", LEVELS);
        }
    }

    /** @param except the one that goes on under another code, or is the same */
    private void requireOwnName(String unitId, String parent, String name, String except) {
        boolean taken = childrenOf(unitId, parent).stream()
                .filter(Category::isOpen)
                .filter(one -> !one.code().equals(except))
                .anyMatch(one -> categories.name(one, locale()).equals(name));
        if (taken) {
            throw new MatterRefusal("name", "category.nameTaken", name);
        }
    }

    private List<Category> childrenOf(String unitId, String parent) {
        return categories.tree(unitId).stream()
                .filter(one -> Objects.equals(one.parentCode(), parent))
                .toList();
    }

    private Category require(String unitId, String code) {
        return categories.tree(unitId).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MatterRefusal("category", "category.unknown", String.valueOf(code)));
    }

    /** Names are kept in the language of the product. */
    private Locale locale() {
        return categories.locale();
    }
}
