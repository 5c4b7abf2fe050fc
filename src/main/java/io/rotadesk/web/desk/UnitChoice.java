package io.rotadesk.web.desk;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/** Finds the units that a person may look at, and the one shown now. */
@Component
class UnitChoice {

    static final String PARAMETER = "unit";
    static final String COOKIE = "rotadesk-unit";

    private final Units units;

    UnitChoice(Units units) {
        this.units = units;
    }

    /** Read once for each request, since the frame and the page both ask. */
    @SuppressWarnings("unchecked")
    List<Unit> of(SignedInUser user, HttpServletRequest request) {
        String attribute = UnitChoice.class.getName();
        var known = (List<Unit>) request.getAttribute(attribute);
        if (known == null) {
            known = user.is(Role.ADMINISTRATOR)
                    ? units.all()
                    : user.units().stream()
                            .sorted()
                            .flatMap(unit -> units.find(unit).stream())
                            .toList();
            request.setAttribute(attribute, known);
        }
        return known;
    }

    /**
     * @return empty when the person belongs to no unit
     * @throws AccessDeniedException when the request names a unit that is not theirs, or none of ours
     */
    Optional<Unit> shown(SignedInUser user, HttpServletRequest request) {
        List<Unit> choice = of(user, request);
        String asked = request.getParameter(PARAMETER);
        if (asked != null) {
            return Optional.of(find(choice, asked)
                    .orElseThrow(() -> new AccessDeniedException("Not a unit of " + user.login() + ": " + asked)));
        }
        Optional<Unit> inAddress = find(choice, inAddress(request));
        if (inAddress.isPresent()) {
            return inAddress;
        }
        Cookie last = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(last)
                .flatMap(cookie -> find(choice, cookie.getValue()))
                .or(() -> choice.stream().findFirst());
    }

    /** Reads the unit from the path, where the set-up pages name it. */
    private static String inAddress(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (String) variables.get(PARAMETER)
                : null;
    }

    private static Optional<Unit> find(List<Unit> choice, String id) {
        return choice.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }
}
