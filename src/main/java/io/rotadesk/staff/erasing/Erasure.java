package io.rotadesk.staff.erasing;

import java.time.Instant;
import java.util.Map;

/**
 * The record that somebody was erased. It does not say who.
 *
 * @param records the number of erased records, by {@link PersonalRecords#kind()}
 */
public record Erasure(String unitId, String by, Instant at, Map<String, Integer> records) {

    public int total() {
        return records.values().stream().mapToInt(Integer::intValue).sum();
    }
}
