package io.rotadesk.staff.notice.channel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps messages out of our own network: a manager types an address, and the server calls it. Checked when it is typed
 * and again right before each message, when a name may mean another computer.
 */
@Component
class AddressCheck {

    private final boolean privateAllowed;
    private final boolean httpAllowed;

    AddressCheck(
            @Value("${rotadesk.notify.allow-private:false}") boolean privateAllowed,
            @Value("${rotadesk.notify.allow-http:false}") boolean httpAllowed) {
        this.privateAllowed = privateAllowed;
        this.httpAllowed = httpAllowed;
    }

    /** @return whether messages may go there, as far as the text tells */
    boolean isWellFormed(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return address.getHost() != null
                && address.getUserInfo() == null
                && address.getFragment() == null
                && (scheme.equals("https") || scheme.equals("http") && (httpAllowed || privateAllowed));
    }

    /**
     * @return whether every computer of that name is outside
     * @throws UnknownHostException if there is none of that name
     */
    boolean isOutside(URI address) throws UnknownHostException {
        return privateAllowed
                || Stream.of(InetAddress.getAllByName(address.getHost())).noneMatch(AddressCheck::isInside);
    }

    static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || address instanceof Inet4Address && isSpecial(address.getAddress())
                || address instanceof Inet6Address && isSpecialSix(address.getAddress());
    }

    /** 0/8, shared addresses of carriers (100.64/10), and 192.0.0/24, 198.18/15 and 240/4. */
    private static boolean isSpecial(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && four[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    /** Unique local addresses, and those that lead to an IPv4 address within (64:ff9b::/96, 2002::/16, ::/96). */
    private static boolean isSpecialSix(byte[] sixteen) {
        int first = sixteen[0] & 0xff;
        int second = sixteen[1] & 0xff;
        return (first & 0xfe) == 0xfc
                || first == 0 && second == 0x64
                || first == 0x20 && second == 0x02
                || first == 0 && second == 0;
    }
}
