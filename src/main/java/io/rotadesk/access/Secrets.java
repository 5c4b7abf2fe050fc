package io.rotadesk.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random strings that grant access, and the fingerprints that we keep of them. */
final class Secrets {

    private static final SecureRandom random = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** @return 43 characters that may stand in a URL */
    static String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain SHA-256 is enough: the secret has 256 random bits, so it cannot be guessed. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
