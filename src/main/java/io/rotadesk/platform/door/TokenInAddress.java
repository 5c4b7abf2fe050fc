package io.rotadesk.platform.door;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token in an address, of a phone system that cannot send headers. */
public final class TokenInAddress {

    private static final Pattern ADDRESS = Pattern.compile("/api/phone/([\\w.~-]{1,200})/[a-z]{1,20}");

    /** Anything behind this may be a token, also where the address as a whole is none. */
    private static final Pattern BEFORE_TOKEN = Pattern.compile("(?i)(/api/+phone/+)[^/]+");

    private TokenInAddress() {}

    /** @param path without query */
    public static Optional<String> of(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /**
     * For logs.
     *
     * @param path without query; may be null
     * @return the path without a token
     */
    public static String masked(String path) {
        return path == null ? null : BEFORE_TOKEN.matcher(path).replaceAll("$1…");
    }
}
