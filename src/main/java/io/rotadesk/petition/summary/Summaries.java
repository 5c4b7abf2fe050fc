package io.rotadesk.petition.summary;

import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The monthly summaries of petition units (P7). Everything runs in the caller's transaction. */
@Service("summaryRegister")
@Transactional
public class Summaries {

    private final SummaryRows rows;
    private final Compilation compilation;
    private final SummaryRatings ratings;
    private final SummaryReviews reviews;
    private final SummaryProcess process;
    private final MatterCategories categories;
    private final Units units;
    private final Clock clock;

    Summaries(
            SummaryRows rows,
            Compilation compilation,
            SummaryRatings ratings,
            SummaryReviews reviews,
            SummaryProcess process,
            MatterCategories categories,
            Units units,
            Clock clock) {
        this.process = process;
        this.categories = categories;
        this.rows = rows;
        this.compilation = compilation;
        this.ratings = ratings;
        this.reviews = reviews;
        this.units = units;
        this.clock = clock;
    }

    /** The last full month, in the unit's time zone. */
    public YearMonth lastMonth(String rootUnitId) {
        return YearMonth.now(clock.withZone(units.get(rootUnitId).settings().zone()))
                .minusMonths(1);
    }

    /**
     * The month's summary; creates it if there is none.
     *
     * @return its id
     */
    public String ask(String rootUnitId, YearMonth month) {
        register(rootUnitId, month);
        return rows.find(rootUnitId, month).orElseThrow().id();
    }

    /** @return empty if the month already has a summary, started by any node */
    Optional<SummaryVersionDue> register(String rootUnitId, YearMonth month) {
        String id = UUID.randomUUID().toString();
        return rows.insert(new SummaryRows.Row(id, rootUnitId, month), clock.instant())
                ? Optional.of(new SummaryVersionDue(id, rootUnitId, month, SummaryReason.MONTH_ENDED))
                : Optional.empty();
    }

    /**
     * Compiles the unsigned version, or else a new one. It shows the present register. If it is due because a matter of
     * a signed month got another category, it shows the signed version with the present categories.
     *
     * @return the version
     * @throws NoSuchElementException if there is no such summary
     */
    public int compile(String summaryId, SummaryReason reason) {
        SummaryRows.Row summary = rows.hold(summaryId).orElseThrow(() -> unknown(summaryId));
        Optional<SummaryVersion> latest = rows.latest(summaryId);
        Optional<SummaryVersion> unsigned = latest.filter(version -> !version.isSigned());
        int version = unsigned.map(SummaryVersion::version)
                .orElseGet(() -> latest.map(SummaryVersion::version).orElse(0) + 1);
        if (unsigned.isPresent()) {
            rows.clear(summaryId, version, clock.instant());
        } else {
            String analysis = latest.map(SummaryVersion::analysis).orElse(null);
            rows.insertVersion(summaryId, version, reason, clock.instant(), analysis);
        }
        boolean onlyCategories = unsigned.map(SummaryVersion::reason).orElse(reason) == SummaryReason.RECLASSIFIED;
        if (onlyCategories && version > 1) {
            compilation.fromVersion(summaryId, version - 1, version);
            ratings.copy(summaryId, version - 1, version);
            reviews.copy(summaryId, version - 1, version);
        } else {
            compilation.fromRegister(summary, version);
            ratings.compile(summary, version);
            reviews.compile(summary, version);
        }
        return version;
    }

    /**
     * Records the leader's analysis, also if the figures will be compiled again.
     *
     * @param analysis null or blank for none
     */
    public void analysed(String summaryId, int version, String analysis, String by) {
        rows.hold(summaryId);
        rows.analysed(summaryId, version, SafeText.orNull(analysis), by);
    }

    /** Signs the version in the name of the leader who analysed it; it never changes again. */
    public void sign(String summaryId, int version) {
        rows.hold(summaryId);
        rows.signed(summaryId, version, clock.instant());
    }

    /** The unit at the top of the summary's tree; empty for an unknown summary. */
    @Transactional(readOnly = true)
    public Optional<String> rootOf(String summaryId) {
        return rows.rootOf(summaryId);
    }

    /** @throws NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public SummaryVersion version(String summaryId, int version) {
        return rows.version(summaryId, version).orElseThrow(() -> unknown(summaryId));
    }

    /** All versions of the tree's summaries, newest month first, and in it the newest version first. */
    @Transactional(readOnly = true)
    public List<SummaryVersion> ofTree(String rootUnitId) {
        return rows.ofTree(rootUnitId);
    }

    /**
     * The version to compare with: the previous version; for a month's first one, the newest of the previous month.
     */
    @Transactional(readOnly = true)
    public Optional<SummaryVersion> before(SummaryVersion version) {
        return version.version() > 1
                ? rows.version(version.summaryId(), version.version() - 1)
                : rows.find(version.rootUnitId(), version.month().minusMonths(1))
                        .flatMap(summary -> rows.latest(summary.id()));
    }

    /** @param unitIds the units whose matters are counted, in the order in which they are shown */
    @Transactional(readOnly = true)
    public Figures figures(SummaryVersion version, Collection<String> unitIds) {
        return Figures.of(rows.figures(version.summaryId(), version.version(), unitIds), unitIds, categories::above);
    }

    /** The figures of all units, including units that have left the tree since: a signed version does not change. */
    @Transactional(readOnly = true)
    public Figures figures(SummaryVersion version) {
        Set<String> all = new LinkedHashSet<>(tree(version.rootUnitId()));
        all.addAll(rows.units(version.summaryId(), version.version()));
        return figures(version, all);
    }

    /** The matters of the version, of these units or of all for null, by number. */
    @Transactional(readOnly = true)
    public List<SummaryMatter> matters(SummaryVersion version, Collection<String> unitIds) {
        return rows.matters(
                version.summaryId(),
                version.version(),
                unitIds == null ? rows.units(version.summaryId(), version.version()) : unitIds);
    }

    /**
     * The figures of any period as the register is now; nothing of it is kept or signed.
     *
     * @param from the first day
     * @param last the last day; counts too
     * @param withDays whether to count the working days until matters were closed, which takes much longer
     */
    @Transactional(readOnly = true)
    public Figures look(Unit unit, LocalDate from, LocalDate last, boolean withDays) {
        List<String> shown = tree(unit.id());
        return Figures.of(
                compilation.look(root(unit).id(), shown, from, last.plusDays(1), withDays), shown, categories::above);
    }

    /** The task in which the summary is signed; empty if none waits. */
    public Optional<String> signingTask(String summaryId) {
        return process.signingTask(summaryId);
    }

    /**
     * The sums of all versions of a tree, in one query.
     *
     * @param unitIds the units whose matters are counted; null for all
     * @return the totals without versions that count nothing
     */
    @Transactional(readOnly = true)
    public List<VersionTotal> totals(String rootUnitId, Collection<String> unitIds) {
        return rows.totals(rootUnitId, unitIds);
    }

    /** The unit and all units below it, in the order in which they are shown. */
    @Transactional(readOnly = true)
    public List<String> tree(String unitId) {
        return Stream.concat(Stream.of(unitId), units.below(unitId).stream().map(Unit::id))
                .toList();
    }

    /** The unit at the top of the unit's tree. */
    @Transactional(readOnly = true)
    public Unit root(Unit unit) {
        List<Unit> above = units.above(unit.id());
        return above.isEmpty() ? unit : above.get(above.size() - 1);
    }

    private static NoSuchElementException unknown(String summaryId) {
        return new NoSuchElementException("no summary " + summaryId);
    }
}
