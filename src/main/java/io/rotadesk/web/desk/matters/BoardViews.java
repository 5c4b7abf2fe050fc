package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.OpenMatters;
import io.rotadesk.petition.matter.OpenMatters.Counts;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.petition.matter.Urging;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.matters.BoardView.Cell;
import io.rotadesk.web.desk.matters.BoardView.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is open in a leader's units, by unit, person and category, with the lists behind the numbers (P4, P7). */
@Component
class BoardViews {

    /** Sorted by the oldest matter of a line, or by its name. */
    static final String SINCE = "since";

    static final String NAME = "name";

    private static final int MOST_EVENTS = 20;
    private static final int MOST_URGENT = 20;
    private static final int MOST_URGINGS = 500;

    private final OpenMatters open;
    private final SeenMatters seen;
    private final Urgings urgings;
    private final MatterRows rows;
    private final MatterCategories categories;
    private final Agents agents;
    private final MessageSource messages;
    private final Clock clock;

    BoardViews(
            OpenMatters open,
            SeenMatters seen,
            Urgings urgings,
            MatterRows rows,
            MatterCategories categories,
            Agents agents,
            MessageSource messages,
            Clock clock) {
        this.open = open;
        this.seen = seen;
        this.urgings = urgings;
        this.rows = rows;
        this.categories = categories;
        this.agents = agents;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param sort a key of {@link BoardColumn}, {@link #SINCE} or {@link #NAME}; anything else sorts by what is overdue */
    @Transactional(readOnly = true)
    public BoardView of(Unit unit, Viewer viewer, String sort, Locale locale) {
        ZoneId zone = unit.settings().zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Unit> led = seen.led(viewer);
        Map<String, String> unitNames =
                led.stream().collect(Collectors.toMap(Unit::id, Unit::name, (one, same) -> one, LinkedHashMap::new));
        List<Counts> counts = counts(unitNames.keySet(), now, zone);
        Lines lines = new Lines(unit.id(), today, zone, sort);
        Map<String, String> people = agents.named(counts.stream()
                .map(Counts::responsible)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Matter> urgent = rows(unit, viewer, led, BoardColumn.OPEN, today, MOST_URGENT);
        Set<String> urged = urgings.waiting(unitNames.keySet(), MOST_URGINGS).stream()
                .map(Urging::matterId)
                .map(Object::toString)
                .collect(Collectors.toSet());
        return new BoardView(
                zone,
                lines.line("", null, counts, null, null, null),
                lines.of(
                        counts,
                        Counts::unitId,
                        group -> lines.line(unitNames.get(group.key()), null, group.counts(), group.key(), null, null)),
                lines.of(counts, count -> List.of(count.unitId(), orNone(count.responsible())), group -> {
                    String login = group.key().get(1);
                    return lines.line(
                            login.equals(MatterQuery.NONE)
                                    ? text("desk.matters.nobody", locale)
                                    : people.getOrDefault(login, login),
                            unitNames.size() > 1 ? unitNames.get(group.key().get(0)) : null,
                            group.counts(),
                            group.key().get(0),
                            login,
                            null);
                }),
                categories(unit, counts, lines, locale),
                rows.of(unit, rows(unit, viewer, led, BoardColumn.LARGE, today, MOST_EVENTS), locale),
                rows.of(unit, urgent, locale),
                urged,
                urgent.stream()
                        .filter(matter -> matter.unitId().equals(unit.id()))
                        .map(matter -> matter.id().value())
                        .collect(Collectors.toSet()),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A category counts those below it, too, as a search for it finds them: an old one may have got some below it. */
    private List<Line> categories(Unit unit, List<Counts> counts, Lines lines, Locale locale) {
        Map<String, String> parents = new HashMap<>();
        categories.tree(unit.id()).forEach(one -> parents.put(one.code(), one.parentCode()));
        return counts.stream()
                .map(Counts::category)
                .flatMap(code -> Stream.concat(Stream.of(orNone(code)), categories.above(code).stream()))
                .distinct()
                .map(code -> code.equals(MatterQuery.NONE) ? null : code)
                .map(code -> lines.line(
                        code == null ? text("desk.matters.noCategory", locale) : categories.label(code, locale),
                        null,
                        counts.stream()
                                .filter(count -> isWithin(count.category(), code, parents))
                                .toList(),
                        null,
                        null,
                        orNone(code)))
                .sorted(lines.order())
                .toList();
    }

    private static boolean isWithin(String category, String code, Map<String, String> parents) {
        String one = category;
        while (one != null && !one.equals(code)) {
            one = parents.get(one);
        }
        return Objects.equals(one, code) && (code != null || category == null);
    }

    /** All of it, in one line. */
    @Transactional(readOnly = true)
    public Line total(Unit unit, Viewer viewer) {
        ZoneId zone = unit.settings().zone();
        Instant now = clock.instant();
        Set<String> led = seen.led(viewer).stream().map(Unit::id).collect(Collectors.toSet());
        return new Lines(unit.id(), LocalDate.ofInstant(now, zone), zone, null)
                .line("", null, counts(led, now, zone), null, null, null);
    }

    private List<Counts> counts(Set<String> unitIds, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return open.count(
                unitIds,
                now,
                MatterQuery.endOfWeek(now, zone),
                today.minusDays(BoardColumn.OLDER_DAYS).atStartOfDay(zone).toInstant(),
                today.minusDays(BoardColumn.OLDEST_DAYS).atStartOfDay(zone).toInstant());
    }

    private List<Matter> rows(
            Unit unit, Viewer viewer, List<Unit> led, BoardColumn column, LocalDate today, int limit) {
        return seen.find(
                        column.query(null, null, null, today)
                                .filter(
                                        unit.id(),
                                        led.size() > 1,
                                        unit.settings().zone(),
                                        clock),
                        viewer,
                        null,
                        limit)
                .entries();
    }

    private static String orNone(String known) {
        return known == null ? MatterQuery.NONE : known;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param key what its matters have in common */
    private record Group<K>(K key, List<Counts> counts) {}

    /** Makes lines, and puts them in order. */
    private record Lines(String unitId, LocalDate today, ZoneId zone, String sort) {

        <K> List<Line> of(List<Counts> counts, Function<Counts, K> key, Function<Group<K>, Line> line) {
            return counts.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
                    .map(group -> line.apply(new Group<>(group.getKey(), group.getValue())))
                    .sorted(order())
                    .toList();
        }

        Line line(String name, String note, List<Counts> counts, String of, String responsible, String category) {
            Instant since = counts.stream()
                    .map(Counts::since)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new Line(
                    name,
                    note,
                    Arrays.stream(BoardColumn.values())
                            .map(column -> new Cell(
                                    column,
                                    counts.stream().mapToInt(column::of).sum(),
                                    column.query(of, responsible, category, today)
                                            .address(unitId)))
                            .toList(),
                    since,
                    since == null ? 0 : ChronoUnit.DAYS.between(LocalDate.ofInstant(since, zone), today));
        }

        private Comparator<Line> order() {
            Comparator<Line> byName = Comparator.comparing(Line::name);
            if (NAME.equals(sort)) {
                return byName;
            }
            if (SINCE.equals(sort)) {
                return Comparator.comparing(Line::days).reversed().thenComparing(byName);
            }
            BoardColumn column = Arrays.stream(BoardColumn.values())
                    .filter(one -> one.key().equals(sort))
                    .findFirst()
                    .orElse(BoardColumn.OVERDUE);
            return most(column).thenComparing(most(BoardColumn.OPEN)).thenComparing(byName);
        }

        private static Comparator<Line> most(BoardColumn column) {
            return Comparator.<Line>comparingInt(
                            line -> line.cells().get(column.ordinal()).count())
                    .reversed();
        }
    }
}
