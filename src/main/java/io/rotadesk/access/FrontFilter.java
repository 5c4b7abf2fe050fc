package io.rotadesk.access;

import io.rotadesk.access.Refusals.Reason;
import io.rotadesk.engine.Thrown;
import io.rotadesk.platform.database.DatabaseTrouble;
import io.rotadesk.platform.door.TurnedAway;
import io.rotadesk.platform.input.Machines;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first of all filters. It answers requests that the door turned away, refuses ambiguous addresses before anything
 * else reads them, and answers a request that fails because the database is away as one that may be sent again.
 */
class FrontFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FrontFilter.class);
    private static final String RETRY_SECONDS = "5";

    private final Refusals refusals;
    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    FrontFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OptionalInt turnedAway = TurnedAway.status(request);
        if (turnedAway.isPresent()) {
            answer(request, response, HttpStatus.valueOf(turnedAway.getAsInt()));
        } else if (!isReadable(request)) {
            log.info("Refused an address that can be read in several ways, from {}", request.getRemoteAddr());
            refusals.write(request, response, HttpStatus.BAD_REQUEST, Reason.UNREADABLE);
        } else {
            goOn(KnownContentType.of(request), new RelativeRedirects(response), chain);
        }
    }

    private boolean isReadable(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return true;
        } catch (RequestRejectedException odd) {
            return false;
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseTrouble.isBehind(failure)) {
                throw failure;
            }
            log.warn("The database is away: {} {}", request.getMethod(), rootMessage(failure));
            response.reset();
            answer(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        boolean database = TurnedAway.status(request).isEmpty();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (showsPages(request)) {
            response.sendError(status.value());
        } else {
            refusals.write(request, response, status, reason(status, database));
        }
    }

    /** Whether a browser navigates to a page; not a program, nor the script of a page. */
    private static boolean showsPages(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                && !Machines.addressed(request)
                && request.getHeader("HX-Request") == null
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    private static Reason reason(HttpStatus status, boolean database) {
        return switch (status) {
            case PAYLOAD_TOO_LARGE -> Reason.TOO_LARGE;
            case REQUEST_TIMEOUT -> Reason.TOO_SLOW;
            case SERVICE_UNAVAILABLE -> database ? Reason.NO_DATABASE : Reason.TOO_BUSY;
            default -> Reason.UNREADABLE;
        };
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = Thrown.last(failure);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
