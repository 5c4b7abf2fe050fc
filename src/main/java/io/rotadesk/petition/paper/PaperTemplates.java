package io.rotadesk.petition.paper;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The templates of papers, in versions: every save makes a new one, and nothing is deleted. A unit without versions of its own uses
 * those of the nearest unit above that has some; without any, the text that comes with the product.
 */
@Service
@Transactional
public class PaperTemplates {

    /** The longest comment on a version. */
    public static final int MAX_COMMENT = 500;

    private final ShippedTemplates shipped;
    private final Units units;
    private final JdbcClient db;
    private final Clock clock;

    PaperTemplates(ShippedTemplates shipped, Units units, JdbcClient db, Clock clock) {
        this.shipped = shipped;
        this.units = units;
        this.db = db;
        this.clock = clock;
    }

    /** The version in force at the unit. */
    @Transactional(readOnly = true)
    public TemplateVersion current(String unitId, PaperKind kind) {
        return Stream.concat(Stream.of(unitId), units.above(unitId).stream().map(Unit::id))
                .flatMap(unit -> versions(unit, kind).stream().limit(1))
                .findFirst()
                .orElseGet(() -> shipped.of(kind));
    }

    /** All versions that the unit has made, newest first, and at the end the one that comes with the product. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> history(String unitId, PaperKind kind) {
        List<TemplateVersion> all = new ArrayList<>(versions(unitId, kind));
        all.add(shipped.of(kind));
        return List.copyOf(all);
    }

    /** @param number 0 for the one that comes with the product */
    @Transactional(readOnly = true)
    public Optional<TemplateVersion> version(String unitId, PaperKind kind, int number) {
        return history(unitId, kind).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /**
     * Saves a text as the unit's next version. An unchanged text makes none.
     *
     * @param basedOn the number of the unit's own version that the author saw; 0 if it had none
     * @return the version in force
     * @throws PaperRefusal naming the field: an unknown placeholder is named, and somebody else's later version is not overwritten
     */
    public TemplateVersion save(
            String unitId, PaperKind kind, int basedOn, Wording typed, String comment, String author) {
        Wording wording = Papers.checked(typed);
        requireKnown("title", wording.title());
        requireKnown("text", wording.text());
        String why = Objects.requireNonNullElse(SafeText.orNull(comment), "");
        if (why.length() > MAX_COMMENT) {
            throw new PaperRefusal("comment", "comment.tooLong", MAX_COMMENT);
        }
        if (ownNumber(unitId, kind) != basedOn) {
            throw new PaperRefusal("text", "text.overtaken");
        }
        TemplateVersion before = current(unitId, kind);
        return before.wording().equals(wording) ? before : add(unitId, kind, basedOn + 1, wording, why, author);
    }

    /** The number of the unit's own version in force; 0 if it has none. */
    @Transactional(readOnly = true)
    public int ownNumber(String unitId, PaperKind kind) {
        return db.sql("select coalesce(max(number), 0) from paper_template where unit_id = :unit and kind = :kind")
                .param("unit", unitId)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    private static void requireKnown(String field, String text) {
        List<String> unknown = Gaps.unknown(text);
        if (!unknown.isEmpty()) {
            throw new PaperRefusal(field, "placeholder.unknown", String.join("、", unknown));
        }
    }

    private TemplateVersion add(
            String unitId, PaperKind kind, int number, Wording wording, String comment, String author) {
        return db.sql("""
                        insert into paper_template (unit_id, kind, number, title, text, saved_at, author, comment)
                        values (:unit, :kind, :number, :title, :text, :at, :author, :comment)
                        on conflict do nothing returning *
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("number", number)
                .param("title", wording.title())
                .param("text", wording.text())
                .param("at", Timestamp.from(clock.instant()))
                .param("author", author)
                .param("comment", comment)
                .query(PaperTemplates::version)
                .optional()
                .orElseThrow(() -> new PaperRefusal("text", "text.overtaken"));
    }

    private List<TemplateVersion> versions(String unitId, PaperKind kind) {
        return db.sql("select * from paper_template where unit_id = :unit and kind = :kind order by number desc")
                .param("unit", unitId)
                .param("kind", kind.name())
                .query(PaperTemplates::version)
                .list();
    }

    private static TemplateVersion version(ResultSet row, int index) throws SQLException {
        return new TemplateVersion(
                row.getString("unit_id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                new Wording(row.getString("title"), row.getString("text")),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("author"),
                row.getString("comment"));
    }
}
