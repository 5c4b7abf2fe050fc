package io.rotadesk.platform.news;

/** Published when a node begins to listen, also after its connection was lost: something may have been missed. */
public record NewsResumed() {}
