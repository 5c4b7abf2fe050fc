package io.rotadesk.access;

import io.rotadesk.staff.notice.channel.DeskLinks;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address of this application for links that are sent to people. It is configured ({@code rotadesk.public-address})
 * and never taken from a request, whose host may be forged. Without it, links lead to this computer.
 */
@Component
public class PublicAddress implements DeskLinks {

    private final URI configured;
    private volatile int port;

    PublicAddress(@Value("${rotadesk.public-address:}") String configured) {
        this.configured = configured.isBlank() ? null : parse(configured.strip());
    }

    private static URI parse(String text) {
        try {
            URI address = URI.create(text.replaceFirst("/+$", ""));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null
                    && (scheme.equals("https") || scheme.equals("http"))
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw new IllegalArgumentException(
                "rotadesk.public-address must be like https://desk.example.org, but is '" + text + "'");
    }

    @EventListener
    void listeningOn(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    @Override
    public String link(String path) {
        return (configured == null ? "http://localhost:" + port : configured.toString()) + path;
    }

    /** @return false if links work on this computer only */
    public boolean isConfigured() {
        return configured != null;
    }

    /** @return whether the page is one of ours, as far as the configuration says */
    boolean isOf(URI page) {
        return configured != null
                && configured.getScheme().equalsIgnoreCase(page.getScheme())
                && configured.getHost().equalsIgnoreCase(page.getHost())
                && port(configured) == port(page);
    }

    static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
