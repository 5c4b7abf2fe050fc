package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A recorded step of a matter.
 *
 * @param who the login; null for a step of the software
 * @param unitId the unit for which the person acted
 * @param text a text, or a unit, a person or a date that belongs to the step; may be null
 */
public record TimelineEntry(long id, Instant at, TimelineKind kind, String who, String unitId, String text) {}
