package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the orders of the queues on each day. An order that is replaced on a day under way is kept as a
 * version.
 */
@Component
public class DutyOrders {

    private final JdbcClient jdbc;

    DutyOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The orders in force on the day. */
    public List<DutyOrder> of(String unitId, LocalDate day) {
        return jdbc.sql("""
                        select distinct on (queue) queue, team, members, overridden from duty_order
                        where unit_id = :unitId and day = :day order by queue, version desc
                        """)
                .param("unitId", unitId)
                .param("day", day)
                .query((row, nr) -> new DutyOrder(
                        unitId,
                        day,
                        Queue.valueOf(row.getString("queue")),
                        row.getString("team"),
                        Rows.texts(row, "members"),
                        row.getBoolean("overridden")))
                .list();
    }

    public DutyOrder of(QueueOfDay queueOfDay) {
        return of(queueOfDay.unitId(), queueOfDay.day()).stream()
                .filter(order -> order.queue() == queueOfDay.queue())
                .findFirst()
                .orElseThrow();
    }

    public int versionOf(DutyOrder order) {
        return jdbc.sql("""
                        select max(version) from duty_order
                        where unit_id = :unitId and day = :day and queue = :queue
                        """)
                .params(order.queueOfDay().params())
                .query(Integer.class)
                .single();
    }

    /** All orders that the queue had on that day, by version. */
    public Map<Integer, List<String>> versions(QueueOfDay queueOfDay) {
        Map<Integer, List<String>> versions = new HashMap<>();
        jdbc.sql("""
                        select version, members from duty_order
                        where unit_id = :unitId and day = :day and queue = :queue
                        """).params(queueOfDay.params()).query(row -> {
            versions.put(row.getInt("version"), Rows.texts(row, "members"));
        });
        return versions;
    }

    /** The queues whose order the manager set. */
    Set<Queue> overridden(String unitId, LocalDate day) {
        return of(unitId, day).stream()
                .filter(DutyOrder::overridden)
                .map(DutyOrder::queue)
                .collect(Collectors.toSet());
    }

    /** Replaces the order of a day that has not begun. */
    void replace(DutyOrder order) {
        write("""
                        insert into duty_order (unit_id, day, queue, version, team, members, overridden)
                        values (:unitId, :day, :queue, 1, :team, :members, :overridden)
                        on conflict (unit_id, day, queue, version) do update set
                          team = excluded.team, members = excluded.members, overridden = excluded.overridden
                        """, order).update();
    }

    /** @return the version that was added */
    int add(DutyOrder order) {
        return write("""
                        insert into duty_order (unit_id, day, queue, version, team, members, overridden)
                        select :unitId, :day, :queue, max(version) + 1, :team, :members, :overridden
                        from duty_order where unit_id = :unitId and day = :day and queue = :queue
                        returning version
                        """, order).query(Integer.class).single();
    }

    private StatementSpec write(String sql, DutyOrder order) {
        return jdbc.sql(sql)
                .params(order.queueOfDay().params())
                .param("team", order.team())
                .param("members", order.members().toArray(String[]::new))
                .param("overridden", order.overridden());
    }
}
