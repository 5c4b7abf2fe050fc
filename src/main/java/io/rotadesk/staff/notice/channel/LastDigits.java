package io.rotadesk.staff.notice.channel;

import java.util.regex.Pattern;

/**
 * Takes long numbers out of what leaves the house. Notices hold last digits only; this makes sure of it, whatever their
 * writers do.
 */
final class LastDigits {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d{3,}(\\d{4})(?!\\d)");

    private LastDigits() {}

    static String only(String text) {
        return LONG_NUMBER.matcher(text).replaceAll("…$1");
    }
}
