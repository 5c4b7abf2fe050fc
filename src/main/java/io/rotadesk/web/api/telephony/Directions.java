package io.rotadesk.web.api.telephony;

import io.rotadesk.leasing.call.SentCall.Direction;
import java.util.Locale;
import java.util.Set;

/** The words of phone systems for the way of a call. What is no such word is a call that comes in: it must not be lost. */
final class Directions {

    private Directions() {}

    private static final Set<String> COMES_IN = Set.of("", "inbound", "in", "incoming", "incall", "呼入", "来电");

    static Direction of(String sent) {
        return switch (word(sent)) {
            case "outbound", "out", "outgoing", "outcall", "呼出", "外呼", "去电" -> Direction.OUTBOUND;
            case "internal", "local", "extension", "内部", "内线" -> Direction.INTERNAL;
            default -> Direction.INBOUND;
        };
    }

    /** Whether it says something, or nothing at all. */
    static boolean isKnown(String sent) {
        return of(sent) != Direction.INBOUND || COMES_IN.contains(word(sent));
    }

    private static String word(String sent) {
        return sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
