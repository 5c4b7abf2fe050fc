package io.rotadesk.engine;

import java.time.Instant;

/**
 * A task that cannot wait: somebody is ringing, or holding the line.
 *
 * @param line who or what it is about; may be empty
 * @param until when it will be somebody else's; null when it stays
 */
public record RingingTask(String id, String name, String line, Instant until) {}
