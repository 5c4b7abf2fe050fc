package io.rotadesk.desk;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.Role;
import io.rotadesk.desk.DeskFrame.Choice;
import io.rotadesk.roster.Unit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every desk page its frame: the model attribute {@code frame} that the layout reads. */
@ControllerAdvice(basePackageClasses = DeskFrame.class)
class DeskFrameAdvice {

    /** A place to go to, and who sees it; nobody named means everybody. */
    private record Place(String path, String label, Set<Role> seenBy) {

        boolean seenBy(DeskUser user) {
            return seenBy.isEmpty() || seenBy.stream().anyMatch(user::is);
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("/desk", "desk.nav.home", Set.of()),
            new Place("/desk/duty", "desk.nav.duty", Set.of()),
            new Place(
                    "/desk/reception",
                    "desk.nav.reception",
                    Set.of(Role.AGENT, Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR)),
            new Place("/desk/visits", "desk.nav.visits", Set.of()),
            new Place("/desk/calls", "desk.nav.calls", Set.of()),
            new Place("/desk/customers", "desk.nav.customers", Set.of()),
            new Place("/desk/conduct", "desk.nav.conduct", Set.of()),
            new Place("/desk/handbook", "desk.nav.handbook", Set.of()),
            new Place("/desk/disputes", "desk.nav.disputes", Set.of(Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR)),
            new Place("/desk/roster", "desk.nav.roster", Set.of(Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR)),
            new Place("/desk/units", "desk.nav.units", Set.of(Role.ADMINISTRATOR)),
            new Place("/camunda/app/tasklist/", "desk.nav.tasklist", Set.of()));

    private final UnitChoice choice;

    DeskFrameAdvice(UnitChoice choice) {
        this.choice = choice;
    }

    @ModelAttribute("frame")
    DeskFrame frame(HttpServletRequest request, Locale locale) {
        DeskUser user = ShownUnitResolver.user(request);
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
            return new DeskFrame(List.of(), null, null, List.of(), otherLanguage, otherLanguageUrl);
        }
        List<Choice> units =
                choice.of(user, request).stream().map(DeskFrameAdvice::choice).toList();
        Choice shown = choice.shown(user, request).map(DeskFrameAdvice::choice).orElse(null);
        return new DeskFrame(
                navigation(user, request), user.displayName(), shown, units, otherLanguage, otherLanguageUrl);
    }

    @ExceptionHandler
    String noUnit(NoUnitException e) {
        return e.mayMakeOne() ? "redirect:/desk/units" : "desk/no-unit";
    }

    @ExceptionHandler
    void unknown(NoSuchElementException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private static List<DeskFrame.Item> navigation(DeskUser user, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Stream<Place> places = PLACES.stream().filter(place -> place.seenBy(user));
        return places.map(place -> new DeskFrame.Item(place.path(), place.label(), isCurrent(place, path)))
                .toList();
    }

    private static boolean isCurrent(Place place, String path) {
        return path.equals(place.path()) || !place.path().equals("/desk") && path.startsWith(place.path() + "/");
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id(), unit.name());
    }
}
