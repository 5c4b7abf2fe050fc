package io.rotadesk.petition.matter;

/**
 * A step was written into the timeline of a matter. Published in its transaction.
 *
 * @param matter as it is after the step
 */
public record MatterStep(Matter matter, TimelineKind kind) {}
