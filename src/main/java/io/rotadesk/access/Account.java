package io.rotadesk.access;

import java.util.Set;

/**
 * A person's account as it should be.
 *
 * @param login Latin letters, digits and {@code . _ - @}; at most 64
 * @param displayName the name that colleagues see
 * @param units the units that the person belongs to; empty for none
 */
public record Account(String login, String displayName, Set<Role> roles, Set<String> units) {

    public Account {
        if (login == null || !login.matches(LOGIN_PATTERN)) {
            throw new IllegalArgumentException("The login \"" + login
                    + "\" must begin with a Latin letter or digit and hold only these and . _ - @ (64 at most)");
        }
        if (displayName == null || displayName.isBlank()) {
            throw new IllegalArgumentException("The account " + login + " needs a name");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("The account " + login + " needs a role");
        }
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    private static final String LOGIN_PATTERN = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

    /** @param unit null for a person who belongs to none */
    public Account(String login, String displayName, Set<Role> roles, String unit) {
        this(login, displayName, roles, unit == null ? Set.of() : Set.of(unit));
    }
}
