package io.rotadesk.platform.trouble;

import java.time.Instant;

/**
 * Something that went wrong and is not yet put right.
 *
 * @param unitId empty when it concerns no unit in particular
 * @param process the id of the process in its model
 * @param element the id of the element that failed; null when it is not known
 * @param entry the id of the entry concerned, in its register; null when it concerns everything that comes in
 * @param times how often it has happened
 */
public record Trouble(
        long id,
        String unitId,
        String process,
        String element,
        TroubleKind kind,
        String entry,
        Instant firstAt,
        Instant lastAt,
        int times) {}
