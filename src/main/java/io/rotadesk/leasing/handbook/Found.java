package io.rotadesk.leasing.handbook;

import java.util.List;

/**
 * What a search has found.
 *
 * @param sections best first
 * @param exact whether they hold everything that was typed; else they are the nearest there are
 */
public record Found(List<Section> sections, boolean exact) {}
