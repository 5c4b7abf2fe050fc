package io.rotadesk.web.desk.matters;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What is open in a leader's units.
 *
 * @param total all of it, in one line
 * @param units by unit, as are the others by person and by category; in the order that was asked for
 * @param events open large-scale events, the first due first
 * @param urgent the matters whose deadline comes first
 * @param urged the ids of those of which an urging waits for its answer
 * @param own the ids of those that the viewer's own unit has
 * @param endsAt when the day ends, and the figures change by themselves
 */
record BoardView(
        ZoneId zone,
        Line total,
        List<Line> units,
        List<Line> people,
        List<Line> categories,
        List<MatterRow> events,
        List<MatterRow> urgent,
        Set<String> urged,
        Set<String> own,
        Instant endsAt) {

    /**
     * One line of a table.
     *
     * @param note a further name, such as the unit of a person; null for none
     * @param cells in the order of {@link BoardColumn}
     * @param since when the oldest of these matters was registered; null if there is none
     * @param days how many days ago that was
     */
    record Line(String name, String note, List<Cell> cells, Instant since, long days) {}

    /** @param address of the list of the matters that are counted */
    record Cell(BoardColumn column, int count, String address) {}
}
