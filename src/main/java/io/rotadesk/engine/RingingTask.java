package io.rotadesk.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A task that cannot wait: somebody is calling, or holding the line.
 *
 * @param names the task's name by the code of the reader's language
 * @param line the person or thing it is about; may be empty
 * @param until the time at which it goes to somebody else; null if it stays
 */
public record RingingTask(String id, Map<String, String> names, String line, Instant until) {}
