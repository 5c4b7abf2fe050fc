package io.rotadesk.leasing.handbook;

import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes the versions of the handbook. The number of the version in force, and the sections that are asked for
 * one by one, are kept in memory until the handbook of some unit changes.
 */
@Repository
class Editions {

    private final JdbcClient db;
    private final JdbcTemplate batch;
    private final Clock clock;
    private final Kept<String, Integer> numbers;
    private final Kept<Place, Section> sections;

    /** The place of a section in one version, which never changes. */
    private record Place(String unitId, int number, Kind kind, String topic) {}

    Editions(JdbcClient db, JdbcTemplate batch, Clock clock, Keeping keeping) {
        this.db = db;
        this.batch = batch;
        this.clock = clock;
        this.numbers = keeping.rows("handbook");
        this.sections = keeping.rows("handbook-section");
    }

    Optional<Integer> current(String unitId) {
        return numbers.get(
                unitId,
                () -> db.sql("select number from handbook where unit_id = :unit")
                        .param("unit", unitId)
                        .query(Integer.class)
                        .optional());
    }

    /** Holds off other saves of the unit until the end of the transaction. */
    int lock(String unitId) {
        return db.sql("select number from handbook where unit_id = :unit for update")
                .param("unit", unitId)
                .query(Integer.class)
                .single();
    }

    /** @return false if another transaction has begun it; waits until that one has committed */
    boolean begin(String unitId) {
        return db.sql("insert into handbook (unit_id, number) values (:unit, 1) on conflict do nothing")
                        .param("unit", unitId)
                        .update()
                == 1;
    }

    int add(String unitId, int number, String author, String comment, List<Section> all) {
        numbers.changed();
        sections.changed();
        db.sql("""
                        insert into handbook_version (unit_id, number, saved_at, author, comment)
                        values (:unit, :number, :at, :author, :comment)
                        """)
                .param("unit", unitId)
                .param("number", number)
                .param("at", Timestamp.from(clock.instant()))
                .param("author", author)
                .param("comment", comment.strip())
                .update();
        var rows = new ArrayList<Object[]>();
        for (Section section : all) {
            rows.add(new Object[] {
                unitId,
                number,
                section.kind().name(),
                section.topic(),
                rows.size(),
                section.title(),
                section.markdown(),
                section.sensitive()
            });
        }
        batch.batchUpdate("""
                insert into handbook_section (unit_id, number, kind, topic, place, title, markdown, sensitive)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
        db.sql("update handbook set number = :number where unit_id = :unit")
                .param("unit", unitId)
                .param("number", number)
                .update();
        return number;
    }

    Optional<Version> version(String unitId, int number) {
        return db.sql("select * from handbook_version where unit_id = :unit and number = :number")
                .param("unit", unitId)
                .param("number", number)
                .query(Editions::version)
                .optional();
    }

    List<Version> history(String unitId) {
        return db.sql("select * from handbook_version where unit_id = :unit order by number desc")
                .param("unit", unitId)
                .query(Editions::version)
                .list();
    }

    Edition get(String unitId, int number) {
        Version version = version(unitId, number)
                .orElseThrow(() ->
                        new IllegalArgumentException("The handbook of unit " + unitId + " has no version " + number));
        return new Edition(
                version,
                db.sql("""
                                select * from handbook_section where unit_id = :unit and number = :number
                                order by kind desc, place
                                """)
                        .param("unit", unitId)
                        .param("number", number)
                        .query(Editions::section)
                        .list());
    }

    Optional<Section> find(String unitId, int number, Kind kind, String topic) {
        return sections.get(
                new Place(unitId, number, kind, topic),
                () -> db.sql("""
                        select * from handbook_section
                        where unit_id = :unit and number = :number and kind = :kind and topic = :topic
                        """)
                        .param("unit", unitId)
                        .param("number", number)
                        .param("kind", kind.name())
                        .param("topic", topic)
                        .query(Editions::section)
                        .optional());
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        return new Version(
                row.getString("unit_id"),
                row.getInt("number"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("author"),
                row.getString("comment"));
    }

    private static Section section(ResultSet row, int index) throws SQLException {
        return new Section(
                Kind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getString("title"),
                row.getString("markdown"),
                row.getBoolean("sensitive"));
    }
}
