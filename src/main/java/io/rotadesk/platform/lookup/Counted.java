package io.rotadesk.platform.lookup;

/**
 * Figures of the entries that a search finds.
 *
 * @param of how many entries were counted
 * @param all false if there are more: then the figures are those of the latest entries
 */
public record Counted<F>(F figures, long of, boolean all) {}
