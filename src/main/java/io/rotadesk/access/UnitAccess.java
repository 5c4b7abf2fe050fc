package io.rotadesk.access;

import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Decides whether the sender of a request may act for a unit. Controllers say it beside the method: {@code
 * @PreAuthorize("@unitAccess.mayManage(#unit)")}.
 */
@Component("unitAccess")
public class UnitAccess {

    private final Units units;

    UnitAccess(Units units) {
        this.units = units;
    }

    /** True for a phone system of the unit, and for an administrator. */
    public boolean mayPhone(String unit) {
        return principal(PhoneSystem.class)
                        .filter(phone -> phone.unit().equals(unit))
                        .isPresent()
                || isAdministrator();
    }

    /** True for people who belong to the unit, and for an administrator. */
    public boolean mayEnter(String unit) {
        return user().filter(user -> user.mayEnter(unit)).isPresent();
    }

    /** True for the unit's managers and deputies, a reception point's leaders, and an administrator. */
    public boolean mayManage(String unit) {
        return user().filter(user -> user.mayEnter(unit))
                .filter(user -> user.is(Role.ADMINISTRATOR) || leads(user, unit))
                .isPresent();
    }

    /**
     * A person who belongs to several units leads only those that name them, since their role may come from another
     * unit.
     */
    private boolean leads(SignedInUser user, String unit) {
        return Role.LEADERS.stream().anyMatch(user::is)
                && (user.units().equals(Set.of(unit))
                        || units.find(unit)
                                .filter(found -> found.ledBy(user.login()))
                                .isPresent());
    }

    public boolean isAdministrator() {
        return user().filter(user -> user.is(Role.ADMINISTRATOR)).isPresent();
    }

    /** @return the person logged in on this thread; empty for phone systems, jobs and start-up */
    public Optional<SignedInUser> user() {
        return principal(SignedInUser.class);
    }

    private static <T> Optional<T> principal(Class<T> type) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
