package io.rotadesk.staff.notice.channel;

import java.time.Instant;
import java.util.List;

/**
 * What is sent at one time: one message, or a digest of several.
 *
 * @param id the same when it is sent again, so that a receiver can tell
 * @param head names the sender: product and unit
 * @param mobiles of the colleagues to be mentioned
 * @param more says how many items were left out, and leads to them
 */
record MessageText(
        String id, String unitId, Instant at, String head, List<Item> items, List<String> mobiles, Item more) {

    /**
     * One message.
     *
     * @param kind of the notice; null for a test
     * @param link a whole address; null if there is none
     */
    record Item(String kind, String text, String link) {

        String line() {
            return link == null ? text : text + " " + link;
        }

        String markdown() {
            return link == null ? text : "[" + text.replace("[", "［").replace("]", "］") + "](" + link + ")";
        }
    }

    boolean isDigest() {
        return items.size() > 1;
    }
}
