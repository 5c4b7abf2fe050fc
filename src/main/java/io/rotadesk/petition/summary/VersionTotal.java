package io.rotadesk.petition.summary;

/** The sums of one version of a summary. */
public record VersionTotal(
        String summaryId,
        int version,
        int received,
        int repeats,
        int closed,
        int stillOpen,
        int overdue,
        int rated,
        int satisfied,
        int urged) {

    /** How many of a hundred who were asked accept the result; null if nobody was. */
    public Integer satisfiedPercent() {
        return rated == 0 ? null : Math.round(100f * satisfied / rated);
    }
}
