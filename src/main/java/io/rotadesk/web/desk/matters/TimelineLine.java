package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.TimelineKind;
import java.time.Instant;

/**
 * A step of a matter in words.
 *
 * @param who the person's name; null for a step of the software
 * @param unit the name of the person's unit, if it is not the matter's; else null
 * @param text null if the step has no text
 */
record TimelineLine(Instant at, TimelineKind kind, String who, String unit, String text) {}
