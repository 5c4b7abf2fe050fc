package io.rotadesk.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must not be. No rule about kinds of characters: they make passwords worse, not better. */
final class PasswordRules {

    static final int MINIMUM_LENGTH = 10;
    /** The engine hashes whatever it gets; nobody types more than this. */
    private static final int MAXIMUM_LENGTH = 200;

    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "123456789a",
            "a123456789",
            "1111111111",
            "0000000000",
            "8888888888",
            "6666666666",
            "1234512345",
            "1122334455",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "qwerty123456",
            "asdfghjkl;",
            "password123",
            "password1234",
            "passw0rd123",
            "administrator",
            "admin123456",
            "woaini1314",
            "woaini520520",
            "5201314520",
            "iloveyou1314",
            "changeme123");

    private PasswordRules() {}

    /** @return the message key of the rule that the password breaks; empty when it may be used */
    static Optional<String> violation(String login, String password) {
        if (password == null || password.length() < MINIMUM_LENGTH) {
            return Optional.of("access.password.short");
        }
        if (password.length() > MAXIMUM_LENGTH) {
            return Optional.of("access.password.long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(login.toLowerCase(Locale.ROOT)) && lower.length() - login.length() < MINIMUM_LENGTH / 2) {
            return Optional.of("access.password.login");
        }
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) {
            return Optional.of("access.password.common");
        }
        return Optional.empty();
    }
}
