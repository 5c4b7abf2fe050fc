package io.rotadesk.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a few minutes which password was right, for machines that send one with every request, since a full
 * check is slow by design. It remembers a fingerprint, made with a secret of this process, of the login, the password
 * and its hash in the database. So a new password makes it worthless at once.
 */
@Component
class RememberedPasswords {

    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int AT_MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret =
            new SecretKeySpec(Secrets.random().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    private final Map<String, Long> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > AT_MOST;
        }
    };

    /** @param kept the password's hash in the database; null if there is none */
    synchronized boolean remembers(String login, String password, String kept) {
        if (kept == null) {
            return false;
        }
        Long end = until.get(fingerprint(login, password, kept));
        return end != null && end - System.nanoTime() > 0;
    }

    synchronized void remember(String login, String password, String kept) {
        String fingerprint = fingerprint(login, password, kept);
        // The eldest entry is the one whose check is longest ago.
        until.remove(fingerprint);
        until.put(fingerprint, System.nanoTime() + KEPT_NANOS);
    }

    private String fingerprint(String login, String password, String kept) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            // The separator cannot occur in the first two parts: no login contains it, and a hash has no line breaks.
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal((login + "\n" + kept + "\n" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
