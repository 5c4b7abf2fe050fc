package io.rotadesk.staff.erasing;

import java.time.Instant;
import java.util.Map;

/**
 * That somebody was erased; not who.
 *
 * @param records how many of each kind, by {@link PersonalRecords#kind()}
 */
public record Erasure(String unitId, String by, Instant at, Map<String, Integer> records) {

    public int total() {
        return records.values().stream().mapToInt(Integer::intValue).sum();
    }
}
