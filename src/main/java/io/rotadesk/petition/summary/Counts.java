package io.rotadesk.petition.summary;

/**
 * The figures of some of a month's matters.
 *
 * @param received new matters
 * @param repeats repeat visits with known matters
 * @param persons the people who came, with new matters and on repeat visits
 * @param groups visits of more than one person
 * @param anonymous new matters of anonymous petitioners
 * @param largeScale new matters that are large-scale events
 * @param closed matters closed in the month
 * @param open matters open at the end of the month
 * @param overdue matters that are overdue, among the open ones and those closed in the month
 * @param medianDays the median of the working days until they were closed; null if none was
 * @param longestDays the longest time until one was closed, in working days; null if none was
 * @param rated matters closed in the month whose petitioners said whether they accept the result
 * @param satisfied those of them who do
 * @param urged how often leaders urged
 */
public record Counts(
        int received,
        int repeats,
        int persons,
        int groups,
        int anonymous,
        int largeScale,
        int closed,
        int open,
        int overdue,
        Double medianDays,
        Integer longestDays,
        int rated,
        int satisfied,
        int urged) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0, 0, 0);

    /** How many of a hundred who were asked accept the result; null if nobody was. */
    public Integer satisfiedPercent() {
        return rated == 0 ? null : Math.round(100f * satisfied / rated);
    }
}
