package io.rotadesk.web.api.telephony;

import io.rotadesk.leasing.call.SentCall.Direction;
import java.util.Locale;

/** The words of phone systems for the way of a call. What is no such word is a call that comes in: it must not be lost. */
final class Directions {

    private Directions() {}

    static Direction of(String sent) {
        String word = sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return switch (word) {
            case "outbound", "out", "outgoing", "outcall", "呼出", "外呼", "去电" -> Direction.OUTBOUND;
            case "internal", "local", "extension", "内部", "内线" -> Direction.INTERNAL;
            default -> Direction.INBOUND;
        };
    }
}
