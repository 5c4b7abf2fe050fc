package io.rotadesk.platform.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the name of a desk phone, as phone systems write it, into the one that a roster has. */
public final class Extensions {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");
    private static final Pattern BRACKETS = Pattern.compile("^[^<]*<([^<>]*)>?.*$");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:sips?|tel|callto):(?://)?");
    private static final Pattern LABEL = Pattern.compile("(?i)^(?:extension|ext|分机号?|分機號?|内线|內線)[ :.=#]*");

    /** The number of a channel, which is new for each call. */
    private static final Pattern OF_CHANNEL = Pattern.compile("^([^-]+)-[0-9a-fA-F]{2,}$");

    private static final Pattern OF_BARE_CHANNEL = Pattern.compile("^([0-9]{2,6})-[0-9a-fA-F]{6,}$");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final int LONGEST = 200;

    private Extensions() {}

    /**
     * The extension alone: without technology, host, port, parameters and channel suffix.
     *
     * @param sent such as {@code SIP/8001-0000a1} or {@code 8001@10.0.0.5}; may be null
     * @return null if nothing is left
     */
    public static String plain(String sent) {
        if (sent == null || sent.length() > LONGEST) {
            return null;
        }
        String text = QUOTED.matcher(Signs.plain(sent)).replaceAll("").strip();
        text = text.isEmpty() ? Signs.plain(sent).replace("\"", "") : text;
        Matcher brackets = BRACKETS.matcher(text);
        text = brackets.matches() ? brackets.group(1).strip() : text;
        text = SCHEME.matcher(text).replaceFirst("");
        String[] parts = text.split("/");
        if (parts.length > 1) {
            // FreeSWITCH names a profile before the user.
            int place = parts[0].equalsIgnoreCase("sofia") && parts.length > 2 ? 2 : 1;
            Matcher channel = OF_CHANNEL.matcher(beforeHost(parts[place]));
            text = channel.matches() ? channel.group(1) : beforeHost(parts[place]);
        } else {
            text = PORT.matcher(beforeHost(text)).replaceFirst("");
            Matcher channel = OF_BARE_CHANNEL.matcher(text);
            text = channel.matches() ? channel.group(1) : text;
        }
        text = LABEL.matcher(text.strip()).replaceFirst("").replaceAll("[ ]", "");
        return text.isEmpty() ? null : text;
    }

    private static String beforeHost(String text) {
        int end = text.length();
        for (char sign : "@;".toCharArray()) {
            int at = text.indexOf(sign);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return text.substring(0, end);
    }
}
