package io.rotadesk.web.api.telephony;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of events: a long one is kept as a short one that is always the same. */
final class EventIds {

    private static final int LONGEST = 120;

    private EventIds() {}

    /** @param sent null if there is none */
    static String kept(String sent) {
        return sent == null || sent.length() <= LONGEST
                ? sent
                : sent.substring(0, LONGEST / 2).replaceAll("\\p{Cs}", "")
                        + UUID.nameUUIDFromBytes(sent.getBytes(StandardCharsets.UTF_8));
    }
}
