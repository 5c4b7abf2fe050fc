package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * Something that happened to a matter.
 *
 * @param who the login; null for what the software did by itself
 * @param unitId the unit of which the person did it
 * @param text what was written, or a unit, a person or a date that belongs to it; can be null
 */
public record TimelineEntry(long id, String matterId, Instant at, Step kind, String who, String unitId, String text) {}
