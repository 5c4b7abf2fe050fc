package io.rotadesk.leasing.call;

import io.rotadesk.platform.input.SafeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The ids under which we keep calls. A phone system's own id stays as it is if it can stand in an address and is not
 * long. Any other id becomes one that can, always the same.
 */
final class CallIds {

    private static final Pattern PLAIN = Pattern.compile("(?!\\.+$)[\\w.@:+-]{1,120}");
    private static final Pattern ODD = Pattern.compile("[^\\w.@:+-]");
    private static final int KEPT = 60;
    private static final int SIGNS_OF_HASH = 24;

    private CallIds() {}

    /** @param sent any text */
    static String kept(String sent) {
        return PLAIN.matcher(sent).matches()
                ? sent
                : SafeText.cut(ODD.matcher(sent).replaceAll("_"), KEPT) + "+" + hash(sent);
    }

    /**
     * The id of the next call for which the phone system used the same id.
     *
     * @param sent the id that it used
     * @param number the number of that call, from 2
     */
    static String next(String sent, int number) {
        return SafeText.cut(ODD.matcher(sent).replaceAll("_"), KEPT) + "+" + hash(sent) + "+" + number;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SIGNS_OF_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
