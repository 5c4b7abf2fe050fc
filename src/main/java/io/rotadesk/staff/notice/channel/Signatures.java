package io.rotadesk.staff.notice.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures that receivers ask for, all of them HMAC-SHA256. */
final class Signatures {

    private Signatures() {}

    /** @param millis the time, in milliseconds */
    static String dingTalk(String secret, long millis) {
        return base64(hmac(secret, millis + "\n" + secret));
    }

    /**
     * Time and secret are the key here, and nothing is signed.
     *
     * @param seconds the time, in seconds
     */
    static String feishu(String secret, long seconds) {
        return base64(hmac(seconds + "\n" + secret, ""));
    }

    /** @param seconds the time, in seconds */
    static String webhook(String secret, long seconds, String body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, seconds + "." + body));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
