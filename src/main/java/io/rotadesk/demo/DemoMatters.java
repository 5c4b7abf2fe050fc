package io.rotadesk.demo;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.staff.unit.UnitSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the matters of last month from {@code demo/matters.csv}, all closed, as if an earlier register had been taken
 * over. So the first start has a month to sum up.
 */
@Component
@ConditionalOnProperty("rotadesk.demo")
class DemoMatters {

    private static final LocalTime COMES_AT = LocalTime.of(9, 30);

    /** The agents who received the matters, by unit. */
    private static final Map<String, String> STAFF = Map.of(
            "qinghe", "hewen",
            "qinghe-dongliu", "guotao",
            "qinghe-xiling", "caiqing",
            "qinghe-jianshe", "xuehai",
            "qinghe-nongfu", "pengyu");

    private final Matters matters;
    private final JdbcClient db;
    private final Clock clock;

    DemoMatters(Matters matters, JdbcClient db, Clock clock) {
        this.matters = matters;
        this.db = db;
        this.clock = clock;
    }

    void enterLastMonth() {
        YearMonth month =
                YearMonth.now(clock.withZone(UnitSettings.defaults().zone())).minusMonths(1);
        file().lines().skip(1).map(line -> line.split(",")).forEach(row -> enter(month, row));
    }

    private void enter(YearMonth month, String[] row) {
        String staff = STAFF.get(row[0]);
        boolean anonymous = row[2].isEmpty();
        Matter matter = matters.begin(new NewMatter(
                row[0], null, staff, row[2], row[3], anonymous, Integer.parseInt(row[4]), row[6], null, "town"));
        ZonedDateTime opened = month.atDay(Integer.parseInt(row[1]))
                .atTime(COMES_AT)
                .atZone(UnitSettings.defaults().zone());
        Instant closed = opened.plusDays(Integer.parseInt(row[8])).plusHours(1).toInstant();
        Instant overdue = row[9].isEmpty()
                ? null
                : opened.plusDays(Integer.parseInt(row[9])).toInstant();
        db.sql("""
                        update matter set state = 'CLOSED', opened_at = :opened, received_at = :opened, responsible = :staff,
                            category = :category, account = :purpose, purpose = :purpose, outcome = :outcome,
                            closed_at = :closed, closed_by = :staff, overdue_since = :overdue, first_overdue_at = :overdue, reply = :reply,
                            reply_told_how = 'inPerson', reply_told_at = :closed, satisfied = :outcome <> 'notSupported'
                        where id = :id
                        """)
                .param("opened", Timestamp.from(opened.toInstant()))
                .param("staff", staff)
                .param("category", row[5])
                .param("purpose", row[6])
                .param("outcome", row[7])
                .param("closed", Timestamp.from(closed))
                .param("overdue", overdue == null ? null : Timestamp.from(overdue))
                .param("reply", row[10])
                .param("id", matter.id().value())
                .update();
        if (overdue != null) {
            db.sql("""
                            insert into matter_missed_deadline (matter_id, due_at, due_kind, since, ended_at)
                            values (:matter, :overdue, 'HANDLE', :overdue, :closed)
                            """)
                    .param("matter", matter.id().value())
                    .param("overdue", Timestamp.from(overdue))
                    .param("closed", Timestamp.from(closed))
                    .update();
        }
        db.sql("update matter_unit set opened_at = ? where matter_id = ?")
                .param(Timestamp.from(opened.toInstant()))
                .param(matter.id().value())
                .update();
        db.sql("update matter_event set at = ? where matter_id = ?")
                .param(Timestamp.from(opened.toInstant()))
                .param(matter.id().value())
                .update();
        happened(matter, TimelineKind.RECEIVED, staff, opened.toInstant(), row[6]);
        happened(matter, TimelineKind.REPLIED, staff, closed, row[10]);
        happened(matter, TimelineKind.CLOSED, staff, closed, null);
    }

    private void happened(Matter matter, TimelineKind step, String who, Instant at, String text) {
        db.sql("insert into matter_event (matter_id, at, kind, who, unit_id, text) values (?, ?, ?, ?, ?, ?)")
                .param(matter.id().value())
                .param(Timestamp.from(at))
                .param(step.name())
                .param(who)
                .param(matter.unitId())
                .param(text)
                .update();
    }

    private static String file() {
        try {
            return new ClassPathResource("demo/matters.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
