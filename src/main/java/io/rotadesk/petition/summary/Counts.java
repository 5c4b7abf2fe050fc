package io.rotadesk.petition.summary;

/**
 * The figures of some of a month's matters.
 *
 * @param received matters that were new
 * @param repeats visits with a matter that was there already
 * @param persons who came, to new matters and on repeat visits
 * @param groups visits of more than one person
 * @param anonymous of the new ones
 * @param largeScale of the new ones
 * @param closed in the month
 * @param open at its end
 * @param overdue of the open ones and of those closed in the month
 * @param medianDays working days until they were closed; null if none was
 * @param longestDays the same of the one that took longest
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
        Integer longestDays) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
}
