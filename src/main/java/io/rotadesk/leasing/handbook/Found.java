package io.rotadesk.leasing.handbook;

import java.util.List;

/**
 * The result of a search.
 *
 * @param sections best first
 * @param exact whether they contain everything that was typed; else they are the most similar ones
 */
public record Found(List<Section> sections, boolean exact) {}
