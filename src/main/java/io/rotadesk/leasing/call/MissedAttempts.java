package io.rotadesk.leasing.call;

import java.time.Instant;
import java.util.List;

/**
 * The attempts of a missed number: how many, and the time of the last.
 *
 * @param extensions of the switchboard from which the other attempts came; the call itself has its own
 */
public record MissedAttempts(int count, Instant last, List<String> extensions) {}
