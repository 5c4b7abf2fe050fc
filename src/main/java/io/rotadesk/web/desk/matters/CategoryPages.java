package io.rotadesk.web.desk.matters;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.petition.matter.CategoryChanges;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The categories of a town (P7). Everybody in it may look; the leaders of the unit at its top and its process owner change
 * them.
 */
@Controller
@RequestMapping("/desk/matters/categories")
class CategoryPages {

    /**
     * A line of the tree.
     *
     * @param level from 0
     */
    record Line(String code, String parent, String name, int level, boolean open) {}

    /**
     * What was typed and refused.
     *
     * @param code of the category to be changed; empty for a new one
     */
    record Typed(String code, String name, String parent) {}

    private final MatterCategories categories;
    private final CategoryChanges changes;
    private final UnitAccess access;
    private final Units units;
    private final Words words;

    CategoryPages(
            MatterCategories categories,
            CategoryChanges changes,
            UnitAccess access,
            Units units,
            @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.categories = categories;
        this.changes = changes;
        this.access = access;
        this.units = units;
        this.words = new Words(locale, "i18n/matter");
    }

    @GetMapping
    String show(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        requirePetition(unit);
        List<Line> lines = categories.tree(unit.id()).stream()
                .map(one -> new Line(
                        one.code(),
                        one.parentCode(),
                        categories.name(one, locale),
                        categories.level(one),
                        one.isOpen()))
                .toList();
        page.addAttribute("unit", unit);
        page.addAttribute("keptBy", units.get(categories.keptBy(unit.id())).name());
        page.addAttribute("changes", mayChange(unit, user));
        page.addAttribute("lines", lines);
        page.addAttribute("choosable", categories.codes(unit.id()).size());
        return "desk/matters/categories";
    }

    @PostMapping
    String add(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            RedirectAttributes next,
            Locale locale) {
        return change(
                unit, user, next, locale, new Typed("", name, parent), () -> changes.add(unit.id(), parent, name));
    }

    @PostMapping("/{code}")
    String change(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            RedirectAttributes next,
            Locale locale) {
        return change(
                unit,
                user,
                next,
                locale,
                new Typed(code, name, parent),
                () -> changes.change(unit.id(), code, parent, name));
    }

    @PostMapping("/{code}/up")
    String moveUp(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @PathVariable String code,
            RedirectAttributes next,
            Locale locale) {
        return change(unit, user, next, locale, null, () -> changes.moveUp(unit.id(), code));
    }

    @PostMapping("/{code}/close")
    String close(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @PathVariable String code,
            RedirectAttributes next,
            Locale locale) {
        return change(unit, user, next, locale, null, () -> changes.close(unit.id(), code));
    }

    @PostMapping("/{code}/open")
    String open(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @PathVariable String code,
            RedirectAttributes next,
            Locale locale) {
        return change(unit, user, next, locale, null, () -> changes.open(unit.id(), code));
    }

    private String change(
            Unit unit, SignedInUser user, RedirectAttributes next, Locale locale, Typed typed, Runnable change) {
        requirePetition(unit);
        if (!mayChange(unit, user)) {
            throw new AccessDeniedException(user.login() + " does not keep the categories of " + unit.id());
        }
        try {
            change.run();
            next.addFlashAttribute("done", true);
        } catch (MatterRefusal refusal) {
            next.addFlashAttribute("wrong", words.get(locale, refusal.key(), refusal.arguments()));
            next.addFlashAttribute("typed", typed);
        }
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/matters/categories";
    }

    private boolean mayChange(Unit unit, SignedInUser user) {
        return unit.id().equals(categories.keptBy(unit.id()))
                && (access.mayManage(unit.id()) || user.is(Role.PROCESS_OWNER) && access.mayEnter(unit.id()));
    }

    private static void requirePetition(Unit unit) {
        if (unit.kind() != UnitKind.PETITION) {
            throw new NoSuchElementException(unit.id() + " has no matters");
        }
    }
}
