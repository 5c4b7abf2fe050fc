package io.rotadesk.petition.workday;

/** The calendar of a unit, and so of those below it, has changed. The listeners run in the transaction of the change. */
public record CalendarChanged(String unitId) {}
