package io.rotadesk.platform.lookup;

/**
 * One way to look through a register by an index.
 *
 * @param sql finds entries, the latest ones up to the limit
 * @param atMost the limit
 * @param exact whether it finds what the filter wants; otherwise that is looked for among the entries it finds
 */
record Way(String sql, int atMost, boolean exact) {

    /** Whether there is nothing beyond the entries that were looked at. */
    boolean sawAll(long looked) {
        return looked < atMost;
    }
}
