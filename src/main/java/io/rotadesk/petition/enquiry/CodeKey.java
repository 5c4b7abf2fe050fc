package io.rotadesk.petition.enquiry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of the query codes: {@code rotadesk.enquiry.key}, the same on all nodes. Without it there is one in the database, and
 * a copy of the database is enough to compute the codes.
 */
@Component
class CodeKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int ID_BYTES = 8;

    private final byte[] configured;
    private final JdbcClient db;
    private volatile SecretKeySpec key;

    CodeKey(@Value("${rotadesk.enquiry.key:}") String configured, JdbcClient db) {
        String given = configured.strip();
        if (!given.isEmpty() && given.length() < SHORTEST) {
            throw new IllegalArgumentException("rotadesk.enquiry.key needs at least " + SHORTEST + " characters");
        }
        this.configured = given.isEmpty() ? null : given.getBytes(StandardCharsets.UTF_8);
        this.db = db;
    }

    /** Tells this key from others, and does not tell the key. */
    byte[] id() {
        return Arrays.copyOf(sign("key", new byte[0]), ID_BYTES);
    }

    /** @param purpose so that signatures made for one thing say nothing of those made for another */
    byte[] sign(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update((purpose + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() throws GeneralSecurityException {
        if (key == null) {
            byte[] bytes = configured != null
                    ? MessageDigest.getInstance("SHA-256").digest(configured)
                    : db.sql("select key from enquiry_key").query(byte[].class).single();
            key = new SecretKeySpec(bytes, ALGORITHM);
        }
        return key;
    }
}
