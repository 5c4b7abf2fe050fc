package io.rotadesk.leasing.conduct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which receptions are checked (L3.6). The reception's id decides, through a hash that spreads evenly: nobody picks, no
 * agent is looked at more than another, and a step that is repeated draws the same again.
 */
final class Sampling {

    private static final int ALL = 100;

    private Sampling() {}

    /** @param percent 0 to 100: how many of a hundred receptions are drawn in the long run */
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
