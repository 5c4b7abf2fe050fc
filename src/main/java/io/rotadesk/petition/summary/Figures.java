package io.rotadesk.petition.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The figures of some units in a version of a summary.
 *
 * @param byCategory the category with most new matters first; the empty category is for matters without one
 * @param byUpper of categories with others below them: all of it together
 * @param byUnit in the order in which the units were asked for, including units without matters
 * @param byOutcome how many were closed with each outcome, most frequent first
 */
public record Figures(
        Counts total,
        Map<String, Counts> byCategory,
        Map<String, Counts> byUpper,
        Map<String, Counts> byUnit,
        Map<String, Integer> byOutcome) {

    /**
     * @param unitIds in the order in which they are shown
     * @param above the categories above one
     */
    static Figures of(
            List<FigureRow> rows, Collection<String> unitIds, Function<String, ? extends Collection<String>> above) {
        Map<String, Counts> byUnit = new LinkedHashMap<>();
        Map<String, List<FigureRow>> ofUnit = rows.stream().collect(Collectors.groupingBy(FigureRow::unitId));
        unitIds.forEach(unit -> byUnit.put(unit, counts(ofUnit.getOrDefault(unit, List.of()))));
        return new Figures(counts(rows), byCategory(rows), byUpper(rows, above), byUnit, byOutcome(rows));
    }

    private static Map<String, Counts> byUpper(
            List<FigureRow> rows, Function<String, ? extends Collection<String>> above) {
        Map<String, List<FigureRow>> ofCategory =
                rows.stream().collect(Collectors.groupingBy(FigureRow::category, TreeMap::new, Collectors.toList()));
        Map<String, List<FigureRow>> below = new TreeMap<>();
        ofCategory.forEach((category, its) -> above.apply(category)
                .forEach(upper ->
                        below.computeIfAbsent(upper, same -> new ArrayList<>()).addAll(its)));
        Map<String, Counts> byUpper = new TreeMap<>();
        below.forEach((upper, its) -> {
            its.addAll(ofCategory.getOrDefault(upper, List.of()));
            byUpper.put(upper, counts(its));
        });
        return byUpper;
    }

    private static Map<String, Counts> byCategory(List<FigureRow> rows) {
        Map<String, Counts> unordered = rows.stream()
                .collect(Collectors.groupingBy(
                        FigureRow::category,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Figures::counts)));
        return mostFirst(unordered, Counts::received);
    }

    private static Map<String, Integer> byOutcome(List<FigureRow> rows) {
        Map<String, Integer> unordered = rows.stream()
                .filter(row -> row.closed() > 0)
                .collect(Collectors.groupingBy(
                        row -> row.outcome() == null ? "" : row.outcome(),
                        TreeMap::new,
                        Collectors.summingInt(FigureRow::closed)));
        return mostFirst(unordered, Function.<Integer>identity()::apply);
    }

    private static <V> Map<String, V> mostFirst(Map<String, V> unordered, ToIntFunction<V> size) {
        Map<String, V> ordered = new LinkedHashMap<>();
        unordered.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(size.applyAsInt(other.getValue()), size.applyAsInt(one.getValue())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static Counts counts(List<FigureRow> rows) {
        TreeMap<Integer, Integer> times = new TreeMap<>();
        rows.stream()
                .filter(row -> row.closed() > 0 && row.days() != null)
                .forEach(row -> times.merge(row.days(), row.closed(), Integer::sum));
        return new Counts(
                sum(rows, FigureRow::received),
                sum(rows, FigureRow::repeats),
                sum(rows, FigureRow::persons),
                sum(rows, FigureRow::groups),
                sum(rows, FigureRow::anonymous),
                sum(rows, FigureRow::largeScale),
                sum(rows, FigureRow::closed),
                sum(rows, FigureRow::stillOpen),
                sum(rows, FigureRow::overdue),
                median(times),
                times.isEmpty() ? null : times.lastKey(),
                sum(rows, FigureRow::rated),
                sum(rows, FigureRow::satisfied),
                sum(rows, FigureRow::urged));
    }

    private static int sum(List<FigureRow> rows, ToIntFunction<FigureRow> figure) {
        return rows.stream().mapToInt(figure).sum();
    }

    /** @param times how many matters took each number of days */
    static Double median(TreeMap<Integer, Integer> times) {
        int all = times.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return null;
        }
        return (at(times, (all - 1) / 2) + at(times, all / 2)) / 2.0;
    }

    private static int at(TreeMap<Integer, Integer> times, int place) {
        int left = place;
        for (var time : times.entrySet()) {
            left -= time.getValue();
            if (left < 0) {
                return time.getKey();
            }
        }
        throw new IllegalArgumentException("no place " + place);
    }
}
