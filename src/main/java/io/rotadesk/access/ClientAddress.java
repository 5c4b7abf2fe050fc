package io.rotadesk.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * The place that a login comes from: an IPv4 address, or the network of an IPv6 address, since one person may have any
 * number of addresses in it.
 *
 * @param text at most 45 characters
 */
record ClientAddress(String text) {

    /** Stands for a person who is logged in already and enters the present password once more. */
    static final ClientAddress LOGGED_IN = new ClientAddress("logged in");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 45;

    /** Whether the login comes from an address, and not from a person who is logged in already. */
    boolean isOutside() {
        return !equals(LOGGED_IN);
    }

    /** The address that the web server reports; behind a trusted proxy, the one that the proxy forwards. */
    static ClientAddress of(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? of(details.getRemoteAddress())
                : new ClientAddress("unknown");
    }

    static ClientAddress of(String address) {
        // Nothing that could be a host name, since that would be looked up.
        if (IPV6.matcher(address).matches()) {
            try {
                if (InetAddress.getByName(address) instanceof Inet6Address six) {
                    byte[] network = Arrays.copyOf(six.getAddress(), NETWORK_BYTES);
                    return new ClientAddress(HexFormat.of().formatHex(network) + "/64");
                }
            } catch (UnknownHostException e) {
                return new ClientAddress("unknown");
            }
        }
        return new ClientAddress(address.length() > LONGEST ? address.substring(0, LONGEST) : address);
    }
}
