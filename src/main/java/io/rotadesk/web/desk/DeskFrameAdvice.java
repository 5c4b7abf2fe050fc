package io.rotadesk.web.desk;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.Problems;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.web.desk.DeskFrame.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every desk page its frame: the model attribute {@code frame} that the layout reads. */
@ControllerAdvice(basePackageClasses = DeskFrame.class)
class DeskFrameAdvice {

    /**
     * An entry of the menu, and the roles that see it; without roles everybody does.
     *
     * @param kinds of the units that have it
     */
    private record MenuEntry(String path, String label, Set<UnitKind> kinds, Set<Role> seenBy) {

        static MenuEntry everywhere(String path, String label, Role... seenBy) {
            return new MenuEntry(path, label, EnumSet.allOf(UnitKind.class), Set.of(seenBy));
        }

        static MenuEntry leasing(String path, String label, Role... seenBy) {
            return new MenuEntry(path, label, Set.of(UnitKind.LEASING), Set.of(seenBy));
        }

        static MenuEntry petition(String path, String label, Role... seenBy) {
            return new MenuEntry(path, label, Set.of(UnitKind.PETITION), Set.of(seenBy));
        }

        boolean seenBy(SignedInUser user) {
            return seenBy.isEmpty() || seenBy.stream().anyMatch(user::is);
        }
    }

    private static final List<MenuEntry> MENU = List.of(
            MenuEntry.everywhere("/desk", "desk.nav.home"),
            MenuEntry.everywhere("/desk/duty", "desk.nav.duty"),
            MenuEntry.leasing(
                    "/desk/reception", "desk.nav.reception", Role.AGENT, Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR),
            MenuEntry.petition(
                    "/desk/hall", "desk.nav.tickets", Role.PETITION_STAFF, Role.PETITION_LEADER, Role.ADMINISTRATOR),
            MenuEntry.petition(
                    "/desk/matters", "desk.nav.matters", Role.PETITION_STAFF, Role.PETITION_LEADER, Role.ADMINISTRATOR),
            MenuEntry.petition(
                    "/desk/papers", "desk.nav.papers", Role.PETITION_STAFF, Role.PETITION_LEADER, Role.ADMINISTRATOR),
            MenuEntry.petition("/desk/papers/templates", "desk.nav.paperTemplates", Role.PROCESS_OWNER),
            MenuEntry.leasing("/desk/visits", "desk.nav.visits"),
            MenuEntry.leasing("/desk/calls", "desk.nav.calls"),
            MenuEntry.leasing("/desk/customers", "desk.nav.customers"),
            MenuEntry.leasing("/desk/conduct", "desk.nav.conduct"),
            MenuEntry.leasing("/desk/handbook", "desk.nav.handbook"),
            MenuEntry.leasing("/desk/disputes", "desk.nav.disputes", Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR),
            MenuEntry.everywhere(
                    "/desk/roster",
                    "desk.nav.roster",
                    Role.MANAGER,
                    Role.DEPUTY,
                    Role.PETITION_LEADER,
                    Role.ADMINISTRATOR),
            MenuEntry.everywhere(
                    "/desk/channels",
                    "desk.channels.title",
                    Role.MANAGER,
                    Role.DEPUTY,
                    Role.PETITION_LEADER,
                    Role.ADMINISTRATOR),
            MenuEntry.everywhere("/desk/channels/own", "desk.channels.own.title", Role.AGENT, Role.PETITION_STAFF),
            MenuEntry.petition("/desk/summaries", "desk.nav.summaries", Role.PETITION_LEADER, Role.ADMINISTRATOR),
            MenuEntry.petition("/desk/workdays", "desk.nav.workdays", Role.PETITION_LEADER, Role.ADMINISTRATOR),
            MenuEntry.petition("/desk/matters/categories", "categories.title", Role.PROCESS_OWNER),
            MenuEntry.everywhere(
                    "/desk/models",
                    "desk.nav.models",
                    Role.MANAGER,
                    Role.DEPUTY,
                    Role.PETITION_LEADER,
                    Role.PROCESS_OWNER,
                    Role.ADMINISTRATOR),
            MenuEntry.everywhere("/desk/units", "desk.nav.units", Role.ADMINISTRATOR),
            MenuEntry.everywhere("/camunda/app/tasklist/", "desk.nav.tasklist"),
            MenuEntry.everywhere("/camunda/app/cockpit/", "desk.nav.cockpit", Role.PROCESS_OWNER, Role.ADMINISTRATOR));

    private static final Logger log = LoggerFactory.getLogger(DeskFrameAdvice.class);

    private final UnitChoice choice;
    private final TroubleSight troubles;
    private final Problems problems;

    DeskFrameAdvice(UnitChoice choice, TroubleSight troubles, Problems problems) {
        this.choice = choice;
        this.troubles = troubles;
        this.problems = problems;
    }

    @ModelAttribute("frame")
    DeskFrame frame(HttpServletRequest request, Locale locale) {
        SignedInUser user = ShownUnitResolver.user(request);
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String otherLanguageUrl = ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(DeskLanguage.PARAMETER, english ? "zh" : "en")
                .build()
                .toUriString();
        String otherLanguage = english ? "zh-CN" : "en";
        if (user == null) {
            return new DeskFrame(List.of(), null, null, List.of(), otherLanguage, otherLanguageUrl, 0);
        }
        List<Choice> units =
                choice.of(user, request).stream().map(DeskFrameAdvice::choice).toList();
        Optional<Unit> unit = choice.shown(user, request);
        Choice shown = unit.map(DeskFrameAdvice::choice).orElse(null);
        return new DeskFrame(
                navigation(user, unit, request),
                user.displayName(),
                shown,
                units,
                otherLanguage,
                otherLanguageUrl,
                shown == null ? 0 : troubles.count(user, shown.id()));
    }

    @ExceptionHandler
    String noUnit(NoUnitException e) {
        return e.mayMakeOne() ? "redirect:/desk/units" : "desk/no-unit";
    }

    /** The process of the entry to be changed is suspended; nothing was changed. */
    @ExceptionHandler
    String paused(ModelFailedException e, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        return "desk/suspended";
    }

    @ExceptionHandler
    void unknown(NoSuchElementException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** A refusal that the page does not show beside the field. */
    @ExceptionHandler
    ModelAndView refused(RosterRefusal refusal, Locale locale) {
        log.info("Refused: {}", refusal.field());
        ModelAndView page = new ModelAndView("error", HttpStatus.BAD_REQUEST);
        page.addObject("status", HttpStatus.BAD_REQUEST.value());
        page.addObject(
                "fields", List.of(new BadField(problems.label(refusal.field(), locale), refusal.reason(locale))));
        return page;
    }

    private static List<DeskFrame.Item> navigation(SignedInUser user, Optional<Unit> unit, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Stream<MenuEntry> entries = MENU.stream()
                .filter(entry -> entry.seenBy(user))
                .filter(entry ->
                        unit.map(Unit::kind).map(entry.kinds()::contains).orElse(true));
        return entries.map(entry -> new DeskFrame.Item(entry.path(), entry.label(), isCurrent(entry, path)))
                .toList();
    }

    /** @throws NoSuchElementException if units of this kind have no such page */
    static void requirePage(Unit unit, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (MENU.stream()
                .anyMatch(entry -> isCurrent(entry, path) && !entry.kinds().contains(unit.kind()))) {
            throw new NoSuchElementException("no " + path + " in unit '" + unit.id() + "'");
        }
    }

    private static boolean isCurrent(MenuEntry entry, String path) {
        return path.equals(entry.path()) || !entry.path().equals("/desk") && path.startsWith(entry.path() + "/");
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id(), unit.name());
    }
}
