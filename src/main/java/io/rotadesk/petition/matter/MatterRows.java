package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.RecordColumns;
import io.rotadesk.platform.register.Register;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the matters. Within a transaction a matter is read once; whoever shows it is told of every change. */
@Repository
class MatterRows implements FreeTexts {

    /** How a row becomes a matter, for queries of this package. */
    static final RowMapper<Matter> MATTERS = RecordColumns.of(Matter.class);

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Register<MatterId, Matter> matters;

    MatterRows(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
        this.matters = new Register<>(db, "matter", Matter.class, MatterRows::unknown);
    }

    Optional<Matter> find(MatterId id) {
        return matters.find(id);
    }

    /** @throws NoSuchElementException if there is none */
    Matter get(MatterId id) {
        return matters.get(id);
    }

    /** Locks the matter: nobody else changes it until the transaction ends. */
    Matter hold(MatterId id) {
        return matters.hold(id, " for no key update").orElseThrow(() -> unknown(id));
    }

    /** @throws io.rotadesk.platform.register.WrongStateException if it is not open any more */
    Matter holdOpen(MatterId id) {
        Matter matter = hold(id);
        matter.requireOpen();
        return matter;
    }

    Matter add(Matter opened) {
        Matter matter = matters.add(opened).orElseThrow();
        involve(matter, matter.unitId());
        return told(matter);
    }

    /** @return the matter as it is then */
    Matter save(Matter before, Matter after) {
        Matter saved = told(matters.save(before, after));
        if (!before.unitId().equals(saved.unitId())) {
            tell(saved, before.unitId());
        }
        return saved;
    }

    /** Lets the unit see the matter in its register from now on. */
    void involve(Matter matter, String unitId) {
        db.sql("""
                        insert into matter_unit (matter_id, unit_id, opened_at) values (:matter, :unit, :openedAt)
                        on conflict do nothing
                        """)
                .param("matter", matter.id().value())
                .param("unit", unitId)
                .param("openedAt", Timestamp.from(matter.openedAt()))
                .update();
    }

    void forget(MatterId id) {
        matters.forget(id);
    }

    /** People who look at the matter look again. */
    Matter told(Matter matter) {
        tell(matter, matter.unitId());
        return matter;
    }

    private void tell(Matter matter, String unitId) {
        events.publishEvent(new MatterChanged(matter.id(), unitId));
    }

    private static NoSuchElementException unknown(MatterId id) {
        return new NoSuchElementException("There is no matter " + id);
    }

    @Override
    public String tableOfTexts() {
        return "matter";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("summary", "account", "purpose", "reply");
    }

    @Override
    public String ofUnits() {
        return "unit_id = any (:units) or received_by = any (:units)";
    }
}
