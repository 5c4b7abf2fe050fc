package io.rotadesk.engine;

import java.time.Instant;

/**
 * One version of a process, a decision or a form.
 *
 * @param key by which models and code name it
 * @param name as people read it; the key where it has none
 * @param version from 1, the highest is in force
 * @param file the name of its file
 * @param since the time at which it came into force
 * @param by the login of the person who deployed it; null for the application itself, and for versions from before this was
 *     kept
 * @param remark the name that was given to the deployment; null if none was
 */
public record ModelVersion(
        ModelKind kind, String key, String name, int version, String file, Instant since, String by, String remark) {}
