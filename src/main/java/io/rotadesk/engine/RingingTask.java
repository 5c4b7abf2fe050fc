package io.rotadesk.engine;

import java.time.Instant;

/**
 * A task that cannot wait: somebody is calling, or holding the line.
 *
 * @param line the person or thing it is about; may be empty
 * @param until the time at which it goes to somebody else; null if it stays
 */
public record RingingTask(String id, String name, String line, Instant until) {}
