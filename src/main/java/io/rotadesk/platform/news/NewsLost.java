package io.rotadesk.platform.news;

/** Published when a node no longer hears the news, until {@link NewsResumed}. */
public record NewsLost() {}
