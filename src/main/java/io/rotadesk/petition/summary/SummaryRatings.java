package io.rotadesk.petition.summary;

import io.rotadesk.petition.enquiry.Ratings;
import io.rotadesk.petition.enquiry.UnitRating;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How petitioners rated the units of a tree in a month, kept with each version of its summary. */
@Component
public class SummaryRatings {

    private final JdbcClient db;
    private final Ratings ratings;
    private final Units units;

    SummaryRatings(JdbcClient db, Ratings ratings, Units units) {
        this.db = db;
        this.ratings = ratings;
        this.units = units;
    }

    /** Those of the units in a version, of receiving first; units that nobody rated are left out. */
    public List<UnitRating> of(SummaryVersion version, Collection<String> unitIds) {
        return db.sql("""
                        select unit_id, about, satisfied, fairly, dissatisfied from summary_rating
                        where summary_id = ? and version = ? and unit_id = any (?)
                        order by array_position(?, unit_id), about
                        """)
                .param(version.summaryId())
                .param(version.version())
                .param(unitIds.toArray(String[]::new))
                .param(unitIds.toArray(String[]::new))
                .query(UnitRating.class)
                .list();
    }

    void compile(SummaryRows.Row summary, int version) {
        clear(summary.id(), version);
        ZoneId zone = units.get(summary.rootUnitId()).settings().zone();
        List<String> tree = Stream.concat(
                        Stream.of(summary.rootUnitId()),
                        units.below(summary.rootUnitId()).stream().map(Unit::id))
                .toList();
        ratings.given(
                        tree,
                        Compilation.start(summary.month(), zone),
                        Compilation.start(summary.month().plusMonths(1), zone))
                .forEach(rated -> db.sql("""
                                insert into summary_rating
                                  (summary_id, version, unit_id, about, satisfied, fairly, dissatisfied)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .param(summary.id())
                        .param(version)
                        .param(rated.unitId())
                        .param(rated.about().name())
                        .param(rated.satisfied())
                        .param(rated.fairly())
                        .param(rated.dissatisfied())
                        .update());
    }

    /** The same as in an earlier version. */
    void copy(String summaryId, int earlier, int version) {
        clear(summaryId, version);
        db.sql("""
                        insert into summary_rating
                        select summary_id, ?, unit_id, about, satisfied, fairly, dissatisfied from summary_rating
                        where summary_id = ? and version = ?
                        """).param(version).param(summaryId).param(earlier).update();
    }

    private void clear(String summaryId, int version) {
        db.sql("delete from summary_rating where summary_id = ? and version = ?")
                .param(summaryId)
                .param(version)
                .update();
    }
}
