package io.rotadesk.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The person logged in. A controller takes it with {@code @AuthenticationPrincipal SignedInUser user}.
 *
 * @param login the user's id in the engine
 * @param displayName the name that colleagues see
 * @param units ids of the units that the person belongs to; an administrator may belong to none
 * @param epoch the account's state at login; a session that holds an older one has ended
 */
public record SignedInUser(String login, String displayName, Set<Role> roles, Set<String> units, int epoch)
        implements AuthenticatedPrincipal, Principal, Serializable {

    public SignedInUser {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    /** @return the login */
    @Override
    public String getName() {
        return login;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @return whether the person belongs to the unit; administrators belong to every unit */
    public boolean mayEnter(String unit) {
        return is(Role.ADMINISTRATOR) || units.contains(unit);
    }

    List<String> groups() {
        return roles.stream().map(Role::group).toList();
    }

    Collection<? extends GrantedAuthority> authorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .collect(Collectors.toUnmodifiableSet());
    }

    SignedInUser withEpoch(int newEpoch) {
        return new SignedInUser(login, displayName, roles, units, newEpoch);
    }
}
