package io.rotadesk.petition.summary.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.Figures;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.petition.summary.SummaryWording;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values for {@code petition-summary.bpmn} and its form: the bean {@code summaries} of models. */
@ModelBean("summaries")
public class SummaryForms {

    /** The engine's variable table holds 4000 characters; the rest is on the summary's page. */
    private static final int LONGEST = 3500;

    private final Summaries register;
    private final Units units;
    private final Deadlines deadlines;
    private final SummaryWording wording;

    SummaryForms(Summaries register, Units units, Deadlines deadlines, SummaryWording wording) {
        this.register = register;
        this.units = units;
        this.deadlines = deadlines;
        this.wording = wording;
    }

    /**
     * The signers, as {@code camunda:candidateUsers} takes them: the unit's leaders, or its deputies if there is none.
     */
    public String leaders(String unitId) {
        Unit unit = units.get(unitId);
        return String.join(",", unit.managers().isEmpty() ? unit.deputies() : unit.managers());
    }

    /** The unit, the month and the version. */
    public String title(String summaryId, long version) {
        SummaryVersion shown = version(summaryId, version);
        return wording.get(
                "summary.title",
                units.get(shown.rootUnitId()).name(),
                shown.month().getYear(),
                shown.month().getMonthValue(),
                version);
    }

    /** The reason for this version. */
    public String why(String summaryId, long version) {
        return wording.get("summary.why." + version(summaryId, version).reason());
    }

    /** The figures of the whole tree. */
    public FormMarkdown figures(String summaryId, long version) {
        SummaryVersion shown = version(summaryId, version);
        Figures figures = register.figures(shown);
        String all = Stream.of(
                        wording.get("summary.total", counts(figures.total())),
                        "**" + wording.get("summary.byCategory") + "**\n\n"
                                + list(figures.byCategory(), wording::category),
                        "**" + wording.get("summary.byUnit") + "**\n\n"
                                + list(figures.byUnit(), unit -> units.get(unit).name()),
                        "**" + wording.get("summary.byOutcome") + "**\n\n" + outcomes(figures))
                .collect(Collectors.joining("\n\n"));
        return FormMarkdown.of(
                all.length() <= LONGEST
                        ? all
                        : all.substring(0, all.lastIndexOf('\n', LONGEST)) + "\n\n" + wording.get("summary.more"));
    }

    /**
     * The analysis of the previous version, or the text typed before the figures were compiled again; null if there is
     * none.
     */
    public String analysis(String summaryId, long version) {
        return version(summaryId, version).analysis();
    }

    /** The address of the page that shows it as tables and charts. */
    public FormMarkdown page(String summaryId, long version) {
        return FormMarkdown.of(wording.get("summary.page", summaryId, String.valueOf(version)));
    }

    /** The time at which the signature is due: after the unit's time for answers. */
    public Date due(String summaryId, long version) {
        return Date.from(dueAt(version(summaryId, version)));
    }

    /** The time at which the deputies are told: after twice the time. */
    public Date tellAt(String summaryId, long version) {
        SummaryVersion waiting = version(summaryId, version);
        return Date.from(deadlines.answer(waiting.rootUnitId(), dueAt(waiting).minusNanos(1)));
    }

    private Instant dueAt(SummaryVersion version) {
        return deadlines.answer(version.rootUnitId(), version.compiledAt());
    }

    private SummaryVersion version(String summaryId, long version) {
        return register.version(summaryId, Math.toIntExact(version));
    }

    private String list(Map<String, Counts> groups, UnaryOperator<String> name) {
        String lines = groups.entrySet().stream()
                .map(group -> "- "
                        + wording.get(
                                "summary.line",
                                FormMarkdown.text(name.apply(group.getKey())),
                                group.getValue().received(),
                                group.getValue().closed(),
                                group.getValue().open(),
                                group.getValue().overdue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? wording.get("summary.nothing") : lines;
    }

    private String outcomes(Figures figures) {
        String lines = figures.byOutcome().entrySet().stream()
                .map(outcome -> "- "
                        + wording.get(
                                "summary.outcomeLine",
                                FormMarkdown.text(wording.outcome(outcome.getKey())),
                                outcome.getValue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? wording.get("summary.nothing") : lines;
    }

    private Object[] counts(Counts total) {
        return new Object[] {
            total.received(),
            total.repeats(),
            total.persons(),
            total.groups(),
            total.anonymous(),
            total.largeScale(),
            total.closed(),
            total.open(),
            total.overdue(),
            total.medianDays() == null ? "—" : total.medianDays(),
            total.longestDays() == null ? "—" : total.longestDays()
        };
    }
}
