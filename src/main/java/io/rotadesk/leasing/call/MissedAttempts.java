package io.rotadesk.leasing.call;

import java.time.Instant;

/** The attempts of a missed number: how many, and the time of the last. */
public record MissedAttempts(int count, Instant last) {}
