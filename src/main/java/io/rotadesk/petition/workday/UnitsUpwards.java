package io.rotadesk.petition.workday;

/** Finds a unit and the units above it, nearest first, in one query. */
final class UnitsUpwards {

    /** The beginning of a query with one parameter, the unit: {@code upwards (id, distance)}, the unit itself at 0. */
    static final String WITH_UPWARDS = """
            with recursive upwards (id, parent_id, distance) as (
              select id, parent_id, 0 from unit where id = ?
              union all
              select p.id, p.parent_id, u.distance + 1 from unit p join upwards u on p.id = u.parent_id)
            """;

    private UnitsUpwards() {}
}
