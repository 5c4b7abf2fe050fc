package io.rotadesk.petition.summary;

/**
 * The figures of the matters with the same unit, category, outcome and time.
 *
 * @param outcome null if they were not closed in the month
 * @param days the working days until they were closed; null if they were not
 */
record FigureRow(
        String unitId,
        String category,
        String outcome,
        Integer days,
        int received,
        int repeats,
        int persons,
        int groups,
        int anonymous,
        int largeScale,
        int closed,
        int stillOpen,
        int overdue,
        int rated,
        int satisfied,
        int urged) {}
