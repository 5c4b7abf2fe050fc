package io.rotadesk.staff.unit;

import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import io.rotadesk.platform.register.OncePerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The departments and reception points, which can form trees (P1). A unit is kept in memory until it changes, since every
 * step asks for its settings, and stays the same within a transaction.
 */
@Component
public class Units {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 100;

    private static final String COLUMNS = "id, kind, name, project_name, parent_id, managers, deputies, settings";

    private final JdbcClient jdbc;
    private final SettingsJson json;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<String, Unit> units = new OncePerTransaction<>();
    private final Kept<String, Unit> kept;

    Units(JdbcClient jdbc, SettingsJson json, ApplicationEventPublisher events, Keeping keeping) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.kept = keeping.rows("unit");
    }

    /** @throws NoSuchElementException if there is none */
    public Unit get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no unit '" + id + "'"));
    }

    /**
     * The unit, which must be a leasing department.
     *
     * @throws NoSuchElementException if there is no such leasing department
     */
    public Unit leasing(String id) {
        return find(id).filter(unit -> unit.kind() == UnitKind.LEASING)
                .orElseThrow(() -> new NoSuchElementException("no leasing department '" + id + "'"));
    }

    public Optional<Unit> find(String id) {
        return units.get(id, () -> kept.get(id, () -> read(id)));
    }

    private Optional<Unit> read(String id) {
        return jdbc.sql("select " + COLUMNS + " from unit where id = ?")
                .param(id)
                .query(this::unit)
                .optional();
    }

    public List<Unit> all() {
        return jdbc.sql("select " + COLUMNS + " from unit order by id")
                .query(this::unit)
                .list();
    }

    /**
     * The units above, nearest first. Something that this unit does not answer goes up to them (P5, P6).
     *
     * @return empty at the top
     * @throws NoSuchElementException if there is no such unit
     */
    public List<Unit> above(String id) {
        List<Unit> above = new ArrayList<>();
        for (String parent = get(id).parentId(); parent != null; ) {
            Unit unit = get(parent);
            above.add(unit);
            parent = unit.parentId();
        }
        return List.copyOf(above);
    }

    /**
     * Whether two petition units report to the same top unit; only then do they transfer matters to each other (P1).
     */
    public boolean inOneTree(String one, String other) {
        return find(one).filter(unit -> unit.kind() == UnitKind.PETITION).isPresent()
                && find(other).filter(unit -> unit.kind() == UnitKind.PETITION).isPresent()
                && top(one).equals(top(other));
    }

    private String top(String id) {
        List<Unit> above = above(id);
        return above.isEmpty() ? id : above.get(above.size() - 1).id();
    }

    /**
     * The units below at any depth, each followed by those below it. A centre reports about them (P7).
     *
     * @return empty for a unit without any, and for one that does not exist
     */
    public List<Unit> below(String id) {
        return jdbc.sql("""
            with recursive below (unit_id, path) as (
              select id, array[id] from unit where parent_id = ?
              union all
              select u.id, b.path || u.id from unit u join below b on u.parent_id = b.unit_id)
            select %s from below join unit on id = unit_id order by path
            """.formatted(COLUMNS)).param(id).query(this::unit).list();
    }

    /**
     * Adds the unit or changes it; publishes {@link UnitSaved}.
     *
     * @throws RosterRefusal naming the invalid field
     */
    @Transactional
    public Unit save(Unit unit) {
        kept.changed();
        check(unit);
        Unit before = find(unit.id()).orElse(null);
        jdbc.sql("""
            insert into unit (id, kind, name, project_name, parent_id, managers, deputies, settings)
            values (:id, :kind, :name, :projectName, :parentId, :managers, :deputies, cast(:settings as jsonb))
            on conflict (id) do update set
              name = excluded.name, project_name = excluded.project_name, parent_id = excluded.parent_id,
              managers = excluded.managers, deputies = excluded.deputies, settings = excluded.settings
            """)
                .param("id", unit.id())
                .param("kind", unit.kind().name())
                .param("name", unit.name().strip())
                .param(
                        "projectName",
                        unit.kind() == UnitKind.LEASING ? unit.projectName().strip() : null)
                .param("parentId", unit.parentId())
                .param("managers", unit.managers().toArray(String[]::new))
                .param("deputies", unit.deputies().toArray(String[]::new))
                .param("settings", json.write(unit.settings()))
                .update();
        units.forget(unit.id());
        Unit saved = get(unit.id());
        events.publishEvent(new UnitSaved(saved, before));
        return saved;
    }

    /** @throws RosterRefusal if units of this kind have no such queue */
    public void requireQueue(String id, Queue queue) {
        if (!get(id).kind().queues().contains(queue)) {
            throw new RosterRefusal("queue", "duty.noQueue", id, queue);
        }
    }

    /** Locks the unit: nobody else changes it or its roster until the transaction ends. */
    public Unit hold(String id) {
        jdbc.sql("select id from unit where id = ? for no key update")
                .param(id)
                .query()
                .listOfRows();
        kept.readAnew();
        units.forget(id);
        return get(id);
    }

    private void check(Unit unit) {
        if (unit.id() == null || !ID.matcher(unit.id()).matches()) {
            throw new RosterRefusal("id", "unit.id", unit.id());
        }
        checkName("name", unit.name());
        if (unit.kind() == UnitKind.LEASING) {
            checkName("projectName", unit.projectName());
        } else if (unit.projectName() != null && !unit.projectName().isBlank()) {
            throw new RosterRefusal("projectName", "unit.noProject", unit.projectName());
        }
        find(unit.id()).filter(there -> there.kind() != unit.kind()).ifPresent(there -> {
            throw new RosterRefusal("kind", "unit.kindStays", unit.kind(), there.kind());
        });
        unit.managers().forEach(login -> checkLogin("managers", login));
        unit.deputies().forEach(login -> checkLogin("deputies", login));
        checkParent(unit);
    }

    private void checkParent(Unit unit) {
        if (unit.parentId() == null) {
            return;
        }
        // If two units are put below each other at the same moment, the second one fails here.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rotadesk.unit-tree'))")
                .query()
                .listOfRows();
        Set<String> above = new HashSet<>(Set.of(unit.id()));
        for (String parent = unit.parentId(); parent != null; ) {
            String id = parent;
            if (!above.add(id)) {
                throw new RosterRefusal("parentId", "unit.circle", unit.id(), unit.parentId());
            }
            Unit next = find(id).orElseThrow(() -> new RosterRefusal("parentId", "unit.unknown", id));
            if (next.kind() != unit.kind()) {
                throw new RosterRefusal("parentId", "unit.otherKind", id);
            }
            parent = next.parentId();
        }
    }

    private static void checkName(String field, String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new RosterRefusal(field, "unit.name", name, LONGEST_NAME);
        }
    }

    private static void checkLogin(String field, String login) {
        if (!Agent.LOGIN.matcher(login).matches()) {
            throw new RosterRefusal(field, "roster.login", login);
        }
    }

    private Unit unit(ResultSet row, int nr) throws SQLException {
        return new Unit(
                row.getString("id"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("project_name"),
                row.getString("parent_id"),
                Rows.texts(row, "managers"),
                Rows.texts(row, "deputies"),
                json.read(row.getString("settings")));
    }
}
