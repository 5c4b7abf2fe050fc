package io.rotadesk.platform.door;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token in an address, of a phone system that cannot send headers. */
public final class TokenInAddress {

    private static final Pattern ADDRESS = Pattern.compile("/api/phone/([\\w.~-]{1,200})/[a-z]{1,20}");

    private TokenInAddress() {}

    /** @param path without query */
    public static Optional<String> of(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }
}
