package io.rotadesk.petition.summary;

/** The sums of one version of a summary. */
public record VersionTotal(
        String summaryId, int version, int received, int repeats, int closed, int stillOpen, int overdue) {}
