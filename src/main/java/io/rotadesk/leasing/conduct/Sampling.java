package io.rotadesk.leasing.conduct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Selects the receptions to check (L3.6). An evenly spread hash of the reception's id decides: nobody picks, no agent
 * is checked more than another, and a repeated step gives the same answer.
 */
final class Sampling {

    private static final int ALL = 100;

    private Sampling() {}

    /** @param percent 0 to 100: the share of the receptions that is selected in the long run */
    static boolean isDrawn(String contactId, int percent) {
        return Long.remainderUnsigned(hash(contactId), ALL) < percent;
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
