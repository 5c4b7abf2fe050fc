package io.rotadesk.leasing.call;

import java.time.Instant;

/** How often a missed number called, and when last. */
public record MissedAttempts(int count, Instant last) {}
