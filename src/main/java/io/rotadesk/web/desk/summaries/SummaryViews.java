package io.rotadesk.web.desk.summaries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.Figures;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryRatings;
import io.rotadesk.petition.summary.SummaryReviews;
import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.petition.summary.SummaryWording;
import io.rotadesk.petition.summary.VersionTotal;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.summaries.SummaryView.Card;
import io.rotadesk.web.desk.summaries.SummaryView.Line;
import io.rotadesk.web.desk.summaries.SummaryView.Outcome;
import io.rotadesk.web.desk.summaries.SummaryView.RatedUnit;
import io.rotadesk.web.desk.summaries.SummaryView.ReviewingUnit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts summaries and their changes into words, tables and charts. */
@Component
class SummaryViews {

    private static final String KEY = "desk.summaries.";
    private static final String NOTHING = "—";

    private static final Map<String, ToIntFunction<Counts>> CARDS = cards();

    private final Summaries summaries;
    private final SummaryRatings ratings;
    private final SummaryReviews reviews;
    private final SummaryWording words;
    private final CategoryLines categoryLines;
    private final Units units;
    private final Agents agents;
    private final MessageSource messages;
    private final ObjectMapper json;

    SummaryViews(
            Summaries summaries,
            SummaryRatings ratings,
            SummaryReviews reviews,
            SummaryWording words,
            CategoryLines categoryLines,
            Units units,
            Agents agents,
            MessageSource messages,
            ObjectMapper json) {
        this.summaries = summaries;
        this.ratings = ratings;
        this.reviews = reviews;
        this.words = words;
        this.categoryLines = categoryLines;
        this.units = units;
        this.agents = agents;
        this.messages = messages;
        this.json = json;
    }

    /** Newest first. */
    List<MonthRow> months(Unit unit) {
        Unit root = summaries.root(unit);
        ZoneId zone = root.settings().zone();
        Map<List<Object>, VersionTotal> totals =
                summaries.totals(root.id(), isRoot(unit) ? null : summaries.tree(unit.id())).stream()
                        .collect(Collectors.toMap(
                                total -> List.of(total.summaryId(), total.version()), Function.identity()));
        Map<String, List<SummaryVersion>> byMonth = summaries.ofTree(root.id()).stream()
                .collect(Collectors.groupingBy(SummaryVersion::summaryId, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> names = agents.named(byMonth.values().stream()
                .map(versions -> versions.get(0).signedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return byMonth.values().stream()
                .map(versions -> {
                    SummaryVersion newest = versions.get(0);
                    VersionTotal none = new VersionTotal(newest.summaryId(), newest.version(), 0, 0, 0, 0, 0, 0, 0, 0);
                    return new MonthRow(
                            newest,
                            totals.getOrDefault(List.of(newest.summaryId(), newest.version()), none),
                            newest.isSigned() ? newest.signedAt().atZone(zone) : null,
                            names.getOrDefault(newest.signedBy(), newest.signedBy()),
                            versions.subList(1, versions.size()));
                })
                .toList();
    }

    /** The last year's months, oldest first; null if there are fewer than two. */
    String trend(List<MonthRow> months, Locale locale) {
        if (months.size() < 2) {
            return null;
        }
        List<MonthRow> shown = new ArrayList<>(months.subList(0, Math.min(12, months.size())));
        Collections.reverse(shown);
        return json(new ChartData(
                "bar",
                shown.stream().map(row -> row.version().month().toString()).toList(),
                List.of(
                        trend("received", shown, VersionTotal::received, locale),
                        trend("closed", shown, VersionTotal::closed, locale),
                        trend("overdue", shown, VersionTotal::overdue, locale))));
    }

    SummaryView of(Unit unit, SummaryVersion version, Locale locale) {
        boolean whole = isRoot(unit);
        Figures figures = figures(unit, version);
        SummaryVersion before = summaries.before(version).orElse(null);
        Figures compared = before == null ? null : figures(unit, before);
        ZoneId zone = units.get(version.rootUnitId()).settings().zone();
        List<Line> categories = categoryLines.of(figures, compared, locale);
        List<Outcome> outcomes = outcomes(figures, locale);
        return new SummaryView(
                version,
                unit.name(),
                whole,
                summaries.ofTree(version.rootUnitId()).stream()
                        .filter(other -> other.summaryId().equals(version.summaryId()))
                        .toList(),
                before,
                cards(figures.total(), compared == null ? null : compared.total()),
                categories,
                lines(
                        figures.byUnit(),
                        compared == null ? null : compared.byUnit(),
                        id -> units.get(id).name()),
                outcomes,
                categoryChart(categories, locale),
                outcomeChart(outcomes),
                version.compiledAt().atZone(zone),
                whole ? version.analysis() : null,
                name(version.signedBy()),
                version.isSigned() ? version.signedAt().atZone(zone) : null,
                whole && !version.isSigned()
                        ? summaries.signingTask(version.summaryId()).orElse(null)
                        : null,
                ratings.of(version, figures.byUnit().keySet()).stream()
                        .map(rating -> new RatedUnit(units.get(rating.unitId()).name(), rating))
                        .toList(),
                reviews.of(version, summaries.tree(unit.id())).stream()
                        .map(counted ->
                                new ReviewingUnit(units.get(counted.unitId()).name(), counted))
                        .toList());
    }

    /**
     * The figures of any period, as the register is now.
     *
     * @param last counts too
     */
    PeriodView period(Unit unit, LocalDate from, LocalDate last, Locale locale) {
        Figures figures = summaries.look(unit, from, last, true);
        return new PeriodView(
                from,
                last,
                cards(figures.total(), null),
                categoryLines.of(figures, null, locale),
                lines(figures.byUnit(), null, id -> units.get(id).name()),
                outcomes(figures, locale));
    }

    /** The matters of the version, those of the unit and the units below it. */
    List<MatterLine> matters(Unit unit, SummaryVersion version, Locale locale) {
        ZoneId zone = units.get(version.rootUnitId()).settings().zone();
        return summaries.matters(version, isRoot(unit) ? null : summaries.tree(unit.id())).stream()
                .map(matter -> new MatterLine(
                        matter,
                        units.find(matter.unitId()).map(Unit::name).orElse(matter.unitId()),
                        words.category(matter.category(), locale),
                        matter.outcome() == null ? null : words.outcome(matter.outcome(), locale),
                        LocalDate.ofInstant(matter.openedAt(), zone),
                        matter.closed() == 0 ? null : LocalDate.ofInstant(matter.closedAt(), zone)))
                .toList();
    }

    private Figures figures(Unit unit, SummaryVersion version) {
        return isRoot(unit) ? summaries.figures(version) : summaries.figures(version, summaries.tree(unit.id()));
    }

    private static boolean isRoot(Unit unit) {
        return unit.parentId() == null;
    }

    private static List<Card> cards(Counts total, Counts before) {
        List<Card> cards = new ArrayList<>();
        CARDS.forEach((key, figure) -> {
            int value = figure.applyAsInt(total);
            cards.add(
                    new Card(key, Integer.toString(value), before == null ? null : value - figure.applyAsInt(before)));
        });
        cards.add(new Card("satisfied", percent(total.satisfiedPercent()), null));
        cards.add(new Card("medianDays", days(total.medianDays()), null));
        cards.add(new Card("longestDays", total.longestDays() == null ? NOTHING : "" + total.longestDays(), null));
        return cards;
    }

    private static String percent(Integer percent) {
        return percent == null ? NOTHING : percent + "%";
    }

    /** Whole days without a fraction. */
    static String days(Double days) {
        if (days == null) {
            return NOTHING;
        }
        return days == Math.rint(days) ? Integer.toString(days.intValue()) : days.toString();
    }

    private static List<Line> lines(
            Map<String, Counts> groups, Map<String, Counts> before, UnaryOperator<String> name) {
        return groups.entrySet().stream()
                .map(group -> new Line(
                        name.apply(group.getKey()),
                        group.getValue(),
                        before == null
                                ? null
                                : group.getValue().received()
                                        - before.getOrDefault(group.getKey(), Counts.NONE)
                                                .received(),
                        0,
                        false))
                .toList();
    }

    private List<Outcome> outcomes(Figures figures, Locale locale) {
        int all = Math.max(1, figures.total().closed());
        return figures.byOutcome().entrySet().stream()
                .map(outcome -> new Outcome(
                        words.outcome(outcome.getKey(), locale),
                        outcome.getValue(),
                        Math.round(100f * outcome.getValue() / all)))
                .toList();
    }

    /** The parts of a sum are in its bar. */
    private String categoryChart(List<Line> all, Locale locale) {
        List<Line> categories = all.stream().filter(line -> line.level() == 0).toList();
        return categories.isEmpty()
                ? null
                : json(new ChartData(
                        "lying",
                        categories.stream().map(Line::name).toList(),
                        List.of(
                                series("received", categories, Counts::received, locale),
                                series("closed", categories, Counts::closed, locale),
                                series("overdue", categories, Counts::overdue, locale))));
    }

    private String outcomeChart(List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? null
                : json(new ChartData(
                        "doughnut",
                        outcomes.stream().map(Outcome::name).toList(),
                        List.of(new ChartData.Series(
                                "", outcomes.stream().map(Outcome::count).toList()))));
    }

    private ChartData.Series series(String key, List<Line> lines, ToIntFunction<Counts> figure, Locale locale) {
        return new ChartData.Series(
                text(key, locale),
                lines.stream().map(line -> figure.applyAsInt(line.counts())).toList());
    }

    private ChartData.Series trend(
            String key, List<MonthRow> months, ToIntFunction<VersionTotal> figure, Locale locale) {
        return new ChartData.Series(
                text(key, locale),
                months.stream().map(month -> figure.applyAsInt(month.total())).toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(KEY + key, null, locale);
    }

    private String name(String login) {
        return login == null ? null : agents.find(login).map(Agent::name).orElse(login);
    }

    private String json(ChartData chart) {
        try {
            return json.writeValueAsString(chart);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, ToIntFunction<Counts>> cards() {
        Map<String, ToIntFunction<Counts>> cards = new LinkedHashMap<>();
        cards.put("received", Counts::received);
        cards.put("repeats", Counts::repeats);
        cards.put("persons", Counts::persons);
        cards.put("groups", Counts::groups);
        cards.put("anonymous", Counts::anonymous);
        cards.put("largeScale", Counts::largeScale);
        cards.put("closed", Counts::closed);
        cards.put("open", Counts::open);
        cards.put("overdue", Counts::overdue);
        cards.put("urged", Counts::urged);
        return cards;
    }
}
