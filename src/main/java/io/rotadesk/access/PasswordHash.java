package io.rotadesk.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords: bcrypt of a SHA-384 of the salted password, since bcrypt itself reads only 72 bytes and would
 * silently cut a long password. The engine still checks hashes of older versions; the next login replaces them.
 */
@Component
class PasswordHash implements PasswordEncryptor {

    private static final String NAME = "bcrypt-sha384";
    private static final String PREFIX = "{" + NAME + "}";

    private final BCryptPasswordEncoder bcrypt;
    private final String otherHash;

    /** @param cost the cost of bcrypt: each step doubles the work of a check; 10 is about 60 ms of one core */
    PasswordHash(@Value("${rotadesk.password-cost:10}") int cost) {
        bcrypt = new BCryptPasswordEncoder(cost);
        otherHash = encrypt(Secrets.random());
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String kept) {
        return bcrypt.matches(digest(password), kept);
    }

    /** @param kept the hash as in the engine's table, with the name of the algorithm; may be null */
    boolean isOfItsKind(String kept) {
        return kept != null && kept.startsWith(PREFIX);
    }

    /** Whether the hash is of another kind or cost, and should be replaced. */
    boolean isOutdated(String kept) {
        return !isOfItsKind(kept) || bcrypt.upgradeEncoding(kept.substring(PREFIX.length()));
    }

    /** Takes as long as a check. */
    void checkForNobody(String password) {
        check(password, otherHash);
    }

    /** Encoded as 64 characters without NUL, which would end a bcrypt password early. */
    private static String digest(String password) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
