package io.rotadesk.petition.summary;

import io.rotadesk.petition.review.Reviews;
import io.rotadesk.petition.review.UnitReviews;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the units had to review in a month, in each version of its summary. */
@Component
public class SummaryReviews {

    private final JdbcClient db;
    private final Reviews reviews;
    private final Units units;

    SummaryReviews(JdbcClient db, Reviews reviews, Units units) {
        this.db = db;
        this.reviews = reviews;
        this.units = units;
    }

    /** Those of the units in a version; units that had nothing to review are left out. */
    public List<UnitReviews> of(SummaryVersion version, Collection<String> unitIds) {
        return db.sql("""
                        select unit_id, asked, told, upheld, changed, again, late, overdue from summary_review
                        where summary_id = ? and version = ? and unit_id = any (?) order by unit_id
                        """)
                .param(version.summaryId())
                .param(version.version())
                .param(unitIds.toArray(String[]::new))
                .query(UnitReviews.class)
                .list();
    }

    void compile(SummaryRows.Row summary, int version) {
        clear(summary.id(), version);
        ZoneId zone = units.get(summary.rootUnitId()).settings().zone();
        List<String> tree = Stream.concat(
                        Stream.of(summary.rootUnitId()),
                        units.below(summary.rootUnitId()).stream().map(Unit::id))
                .toList();
        reviews.counted(
                        tree,
                        Compilation.start(summary.month(), zone),
                        Compilation.start(summary.month().plusMonths(1), zone))
                .forEach(counted -> db.sql("""
                                insert into summary_review
                                  (summary_id, version, unit_id, asked, told, upheld, changed, again, late, overdue)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .param(summary.id())
                        .param(version)
                        .param(counted.unitId())
                        .param(counted.asked())
                        .param(counted.told())
                        .param(counted.upheld())
                        .param(counted.changed())
                        .param(counted.again())
                        .param(counted.late())
                        .param(counted.overdue())
                        .update());
    }

    /** The same as in an earlier version. */
    void copy(String summaryId, int earlier, int version) {
        clear(summaryId, version);
        db.sql("""
                        insert into summary_review
                        select summary_id, ?, unit_id, asked, told, upheld, changed, again, late, overdue from summary_review
                        where summary_id = ? and version = ?
                        """).param(version).param(summaryId).param(earlier).update();
    }

    private void clear(String summaryId, int version) {
        db.sql("delete from summary_review where summary_id = ? and version = ?")
                .param(summaryId)
                .param(version)
                .update();
    }
}
