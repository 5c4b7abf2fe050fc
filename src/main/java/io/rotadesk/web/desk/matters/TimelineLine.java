package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Step;
import java.time.Instant;

/**
 * A step of a matter in words.
 *
 * @param who the name; null for what the software did
 * @param unit the name of the person's unit, if that is another than the matter's; else null
 * @param text null if nothing belongs to it
 */
record TimelineLine(Instant at, Step kind, String who, String unit, String text) {}
