package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.UnitSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applies a unit's new validity or time zone to all its customers, as the decision does (L3.2e). */
@Component
class ChangedSettings {

    private final JdbcClient db;
    private final Clock clock;

    ChangedSettings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void recompute(UnitSaved saved) {
        UnitSettings settings = saved.unit().settings();
        Map<Long, Instant> moved = new HashMap<>();
        db.sql("""
                        select id, last_contact_kind, last_contact_at, valid_until from customer
                        where unit_id = :unit and last_contact_at is not null and merged_into is null
                        """).param("unit", saved.unit().id()).query(row -> {
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
