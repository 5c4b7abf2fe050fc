package io.rotadesk.leasing.conduct;

import io.rotadesk.staff.erasing.FreeTexts;
import io.rotadesk.staff.rota.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the spot checks and their marks. */
@Repository
class ServiceCheckRows implements FreeTexts {

    private static final String SELECT = """
            select c.*, (select coalesce(string_agg(m.point || '=' || m.mark, ','), '')
                         from service_mark m where m.check_id = c.id) as marks
            from service_check c
            """;

    private static final String IN_PERIOD = """
            where c.unit_id = :unit and c.checked_at >= :from and c.checked_at < :to
              and (cast(:agent as text) is null or c.agent = :agent)
            """;

    private record Average(String agent, ConductPoint point, Double average) {}

    private final JdbcClient db;

    ServiceCheckRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if the reception already has a check */
    boolean insert(String id, String unitId, Contact contact, String agent, Instant at) {
        return db.sql("""
                                insert into service_check (id, unit_id, contact_kind, contact_id, agent, sampled_at)
                                values (:id, :unit, :kind, :contact, :agent, :at)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("unit", unitId)
                        .param("kind", contact.kind().code())
                        .param("contact", contact.id())
                        .param("agent", agent)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<ServiceCheck> find(String id) {
        return db.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(ServiceCheckRows::check)
                .optional();
    }

    void checked(String id, String by, Instant at, String remarks) {
        db.sql("update service_check set checked_by = :by, checked_at = :at, remarks = :remarks where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("remarks", remarks)
                .update();
    }

    void mark(String id, Map<ConductPoint, Integer> marks) {
        marks.forEach(
                (point, mark) -> db.sql("insert into service_mark (check_id, point, mark) values (:id, :point, :mark)")
                        .param("id", id)
                        .param("point", point.name())
                        .param("mark", mark)
                        .update());
    }

    void read(String id, String answer, Instant at) {
        db.sql("update service_check set answer = :answer, read_at = :at where id = :id")
                .param("id", id)
                .param("answer", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @return the ids of the checks of the reception */
    List<String> erase(Contact contact) {
        return db.sql("""
                        update service_check set remarks = null, answer = null
                        where contact_kind = :kind and contact_id = :contact returning id
                        """)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .query(String.class)
                .list();
    }

    List<ServiceCheck> made(String unitId, String agent, Instant from, Instant to, int limit) {
        return inPeriod(SELECT + IN_PERIOD + "order by c.checked_at desc, c.id limit :limit", unitId, agent, from, to)
                .param("limit", limit)
                .query(ServiceCheckRows::check)
                .list();
    }

    List<AgentMarks> report(String unitId, String agent, Instant from, Instant to) {
        Map<String, Map<ConductPoint, Double>> averages = new HashMap<>();
        inPeriod(
                        "select c.agent, m.point, cast(avg(m.mark) as double precision) as average"
                                + " from service_check c join service_mark m on m.check_id = c.id " + IN_PERIOD
                                + "group by c.agent, m.point",
                        unitId,
                        agent,
                        from,
                        to)
                .query(Average.class)
                .list()
                .forEach(one -> averages.computeIfAbsent(one.agent(), login -> new EnumMap<>(ConductPoint.class))
                        .put(one.point(), one.average()));
        return inPeriod(
                        "select c.agent, count(distinct c.id) as checks,"
                                + " cast(avg(m.mark) as double precision) as overall"
                                + " from service_check c left join service_mark m on m.check_id = c.id " + IN_PERIOD
                                + "group by c.agent order by c.agent",
                        unitId,
                        agent,
                        from,
                        to)
                .query((row, number) -> new AgentMarks(
                        row.getString("agent"),
                        row.getLong("checks"),
                        averages.getOrDefault(row.getString("agent"), Map.of()),
                        row.getObject("overall", Double.class)))
                .list();
    }

    private JdbcClient.StatementSpec inPeriod(String sql, String unitId, String agent, Instant from, Instant to) {
        return db.sql(sql)
                .param("unit", unitId)
                .param("agent", agent)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to));
    }

    private static ServiceCheck check(ResultSet row, int number) throws SQLException {
        return new ServiceCheck(
                row.getString("id"),
                row.getString("unit_id"),
                new Contact(Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id")),
                row.getString("agent"),
                instant(row, "sampled_at"),
                row.getString("checked_by"),
                instant(row, "checked_at"),
                marks(row.getString("marks")),
                row.getString("remarks"),
                row.getString("answer"),
                instant(row, "read_at"));
    }

    private static Map<ConductPoint, Integer> marks(String text) {
        Map<ConductPoint, Integer> marks = new EnumMap<>(ConductPoint.class);
        for (String mark : text.isEmpty() ? new String[0] : text.split(",")) {
            int cut = mark.indexOf('=');
            marks.put(ConductPoint.valueOf(mark.substring(0, cut)), Integer.valueOf(mark.substring(cut + 1)));
        }
        return marks;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    @Override
    public String tableOfTexts() {
        return "service_check";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("remarks", "answer");
    }
}
