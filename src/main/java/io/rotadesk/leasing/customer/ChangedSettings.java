package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.UnitSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applies a unit's new validity or time zone to all its customers, as the decision does (L3.2e). */
@Component
class ChangedSettings {

    /** A unit can have millions of customers. */
    private static final int AT_ONCE = 10_000;

    private final JdbcClient db;
    private final Clock clock;

    ChangedSettings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void recompute(UnitSaved saved) {
        UnitSettings settings = saved.unit().settings();
        if (saved.before() == null || rule(settings).equals(rule(saved.before().settings()))) {
            // A new unit has no customers yet.
            return;
        }
        long last = 0;
        while (last >= 0) {
            last = recompute(saved.unit().id(), settings, last);
        }
    }

    /** All settings that decide. */
    private static List<Object> rule(UnitSettings settings) {
        CustomerSettings ours = settings.get(CustomerSettings.class);
        return List.of(settings.zone(), ours.callValidityDays(), ours.visitValidityDays());
    }

    /** @return the id of the last customer that was looked at; -1 if that was the last of all */
    private long recompute(String unitId, UnitSettings settings, long after) {
        Map<Long, Instant> moved = new HashMap<>();
        List<Long> seen = new ArrayList<>();
        db.sql("""
            select id, last_contact_kind, last_contact_at, valid_until from customer
            where unit_id = :unit and last_contact_at is not null and merged_into is null and id > :after
            order by id limit :most
            """)
                .param("unit", unitId)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(row -> {
                    seen.add(row.getLong("id"));
                    ContactKind kind = ContactKind.valueOf(row.getString("last_contact_kind"));
                    Instant end = Validity.end(
                            settings, kind, row.getTimestamp("last_contact_at").toInstant());
                    Timestamp known = row.getTimestamp("valid_until");
                    if (known == null || !end.equals(known.toInstant())) {
                        moved.put(row.getLong("id"), end);
                    }
                });
        if (!moved.isEmpty()) {
            move(moved);
        }
        return seen.size() < AT_ONCE ? -1 : seen.get(seen.size() - 1);
    }

    /** A claim whose end moves into the future has not lapsed; one whose end moves into the past lapses by itself. */
    private void move(Map<Long, Instant> ends) {
        Long[] ids = ends.keySet().toArray(Long[]::new);
        String[] times = ends.values().stream().map(Instant::toString).toArray(String[]::new);
        db.sql("""
            with moved as (
                update customer c set valid_until = m.valid_until,
                    lapsed_at = case when m.valid_until > :now then null else c.lapsed_at end
                from (select unnest(:ids) as id, unnest(cast(:times as timestamptz[])) as valid_until) m
                where c.id = m.id returning c.id, c.valid_until)
            update customer_agent h set until = null, ended = null
            from moved m where h.customer_id = m.id and m.valid_until > :now and h.ended = 'LAPSED'
              and not exists (select from customer_agent later
                where later.customer_id = h.customer_id and later.id > h.id)
            """)
                .param("ids", ids)
                .param("times", times)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
