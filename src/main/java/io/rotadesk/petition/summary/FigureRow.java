package io.rotadesk.petition.summary;

/**
 * The figures of the matters that have unit, category, outcome and time in common.
 *
 * @param outcome null for those that were not closed in the month
 * @param days working days until they were closed; null as above
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
        int overdue) {}
