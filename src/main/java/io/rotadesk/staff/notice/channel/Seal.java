package io.rotadesk.staff.notice.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts addresses and secrets of channels (AES-GCM) with {@code rotadesk.notify.key}, so that a copy of the database
 * does not give them away. Without a key they are stored as they are.
 */
@Component
class Seal {

    private static final byte PLAIN = 0;
    private static final byte ENCRYPTED = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom random = new SecureRandom();

    private final SecretKeySpec key;

    Seal(@Value("${rotadesk.notify.key:}") String key) {
        this.key = key.isBlank() ? null : new SecretKeySpec(hash(key.strip()), "AES");
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param text null for none */
    byte[] close(String text) {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (key == null) {
            return ByteBuffer.allocate(1 + bytes.length).put(PLAIN).put(bytes).array();
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes);
            return ByteBuffer.allocate(1 + NONCE + closed.length)
                    .put(ENCRYPTED)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws BrokenSealException when it was closed with another key */
    String open(byte[] sealed) {
        if (sealed == null) {
            return null;
        }
        if (sealed[0] == PLAIN) {
            return new String(sealed, 1, sealed.length - 1, StandardCharsets.UTF_8);
        }
        if (key == null) {
            throw new BrokenSealException();
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The key is not the one with which the text was encrypted. */
    static class BrokenSealException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
