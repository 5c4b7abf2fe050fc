package io.rotadesk.petition.matter;

import io.rotadesk.platform.lookup.Changes;
import io.rotadesk.platform.lookup.OncePerTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the matters. Within a transaction a matter is read once; every change goes through here. */
@Repository
class MatterRows {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<String, Matter> matters = new OncePerTransaction<>();

    MatterRows(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    Optional<Matter> find(String id) {
        return matters.get(id, () -> read(id, ""));
    }

    /** @throws NoSuchElementException if there is none */
    Matter get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no matter " + id));
    }

    /** The matter as it is now, with nobody else changing it until the transaction ends. */
    Matter hold(String id) {
        Matter matter = read(id, " for no key update")
                .orElseThrow(() -> new NoSuchElementException("There is no matter " + id));
        matters.put(id, matter);
        return matter;
    }

    /** @throws IllegalStateException if it is not open any more */
    Matter holdOpen(String id) {
        Matter matter = hold(id);
        if (!matter.isOpen()) {
            throw new IllegalStateException("Matter " + matter.number() + " is " + matter.state());
        }
        return matter;
    }

    /** @param columns column names (ours, never a user's words) and values; an {@link Instant} or enum is converted */
    Matter insert(Map<String, ?> columns) {
        String names = String.join(", ", columns.keySet());
        String values = ":" + String.join(", :", columns.keySet());
        Matter matter = db.sql("insert into matter (" + names + ") values (" + values + ") returning *")
                .params(Changes.of(columns).values())
                .query(Matter.class)
                .single();
        involve(matter, matter.unitId());
        return known(matter);
    }

    Matter change(String id, Map<String, ?> changes) {
        Changes columns = Changes.of(changes);
        return known(db.sql("update matter set " + columns.sql() + " where id = :key_id returning *")
                .params(columns.values())
                .param("key_id", id)
                .query(Matter.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no matter " + id)));
    }

    /** From now on the unit sees the matter in its register. */
    void involve(Matter matter, String unitId) {
        db.sql("""
                        insert into matter_unit (matter_id, unit_id, opened_at) values (:matter, :unit, :openedAt)
                        on conflict do nothing
                        """)
                .param("matter", matter.id())
                .param("unit", unitId)
                .param("openedAt", Timestamp.from(matter.openedAt()))
                .update();
    }

    void forget(String id) {
        matters.forget(id);
    }

    private Optional<Matter> read(String id, String lock) {
        return db.sql("select * from matter where id = ?" + lock)
                .param(id)
                .query(Matter.class)
                .optional();
    }

    private Matter known(Matter matter) {
        matters.put(matter.id(), matter);
        events.publishEvent(new MatterChanged(matter.id(), matter.unitId()));
        return matter;
    }
}
