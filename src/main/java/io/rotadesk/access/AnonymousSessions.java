package io.rotadesk.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Limits the sessions without a login: they end soon, and their number is limited. Beyond the limit the oldest one
 * ends. Sessions with a login do not count, and last as long as configured.
 */
class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener, HttpSessionAttributeListener {

    static final Duration SHORT = Duration.ofMinutes(10);
    static final int MOST = 10_000;

    private static final String LOGIN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final int secondsOfALogin;
    private final int most;
    private final Map<String, HttpSession> anonymous = new LinkedHashMap<>();

    /** @param ofALogin how long an idle session with a login lasts */
    AnonymousSessions(Duration ofALogin, int most) {
        this.secondsOfALogin = (int) ofALogin.toSeconds();
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) SHORT.toSeconds());
        HttpSession oldest = null;
        synchronized (anonymous) {
            anonymous.put(session.getId(), session);
            if (anonymous.size() > most) {
                oldest = anonymous.values().iterator().next();
                anonymous.remove(oldest.getId());
            }
        }
        end(oldest);
    }

    private static void end(HttpSession session) {
        try {
            if (session != null) {
                session.invalidate();
            }
        } catch (IllegalStateException e) {
            // The session has ended by itself.
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        synchronized (anonymous) {
            HttpSession known = anonymous.remove(oldId);
            if (known != null) {
                anonymous.put(event.getSession().getId(), known);
            }
        }
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(LOGIN)) {
            forget(event.getSession().getId());
            event.getSession().setMaxInactiveInterval(secondsOfALogin);
        }
    }

    private void forget(String id) {
        synchronized (anonymous) {
            anonymous.remove(id);
        }
    }

    int number() {
        synchronized (anonymous) {
            return anonymous.size();
        }
    }
}
