package io.rotadesk.platform.phone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user part of an address, as it stands in headers such as From: with or without a display name, brackets, a scheme,
 * a host and parameters. A text without any of these is a user part itself.
 *
 * @param extension of the parameter {@code ext}; null for none
 * @param hidden whether the caller asks that the number is shown to nobody
 */
record SentAddress(String user, String extension, boolean hidden) {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?");
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>?");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|[^a-z0-9])(sips?|tel|callto):(?://)?");
    private static final Pattern PRIVACY = Pattern.compile("(?i);\\s*privacy\\s*=\\s*\"?(?:full|uri|id)\\b");
    private static final Pattern HIDDEN_HOST = Pattern.compile("(?i)@anonymous\\.invalid\\b");
    private static final Pattern EXTENSION = Pattern.compile("(?i);\\s*(?:ext|extn|postd)\\s*=\\s*([0-9]{1,8})");
    private static final Pattern CONTEXT = Pattern.compile("(?i);\\s*phone-context\\s*=\\s*(\\+[0-9-]{1,8})");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    /** All addresses of a plain text, in their order; none for a blank one. */
    static List<SentAddress> in(String text) {
        boolean hidden =
                PRIVACY.matcher(text).find() || HIDDEN_HOST.matcher(text).find();
        List<SentAddress> addresses = new ArrayList<>();
        String unquoted = QUOTED.matcher(text).replaceAll(" ");
        Matcher brackets = BRACKETS.matcher(unquoted);
        while (brackets.find()) {
            add(brackets.group(1), hidden, addresses);
        }
        if (addresses.isEmpty()) {
            // A number alone may be in quotes.
            add(unquoted.isBlank() ? text.replace("\"", " ") : unquoted.replace("<", " "), hidden, addresses);
        }
        return addresses;
    }

    private static void add(String address, boolean hidden, List<SentAddress> addresses) {
        if (!address.isBlank()) {
            addresses.add(of(address.strip(), hidden));
        }
    }

    private static SentAddress of(String address, boolean hidden) {
        Matcher scheme = SCHEME.matcher(address);
        boolean tel = false;
        String rest = address;
        boolean withScheme = scheme.find();
        if (withScheme) {
            tel = scheme.group(1).equalsIgnoreCase("tel");
            rest = address.substring(scheme.end());
        }
        int at = tel ? -1 : rest.indexOf('@');
        String user = at >= 0 ? rest.substring(0, at) : rest;
        if (withScheme) {
            user = cutAt(user, at >= 0 ? ";" : ";?");
            // Behind a user there may be a password, behind a host a port.
            user = at >= 0 ? cutAt(user, ":") : PORT.matcher(user).replaceFirst("");
        }
        Matcher extension = EXTENSION.matcher(rest);
        String ext = extension.find() ? extension.group(1) : null;
        if (ext != null && !withScheme) {
            user = cutAt(user, ";");
        }
        Matcher context = CONTEXT.matcher(rest);
        if (context.find() && !user.startsWith("+")) {
            user = context.group(1) + user;
        }
        return new SentAddress(decoded(user).strip(), ext, hidden);
    }

    private static String cutAt(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static String decoded(String user) {
        if (user.indexOf('%') < 0) {
            return user;
        }
        try {
            return Signs.plain(URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return user;
        }
    }
}
