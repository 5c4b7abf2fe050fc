package io.rotadesk.roster;

import io.rotadesk.database.OncePerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The departments and reception points. Within a transaction a unit is read once: every step asks for its settings. */
@Component
public class Units {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 100;

    private static final String COLUMNS = "id, name, project_name, parent_id, managers, deputies, settings";

    private final JdbcClient jdbc;
    private final SettingsJson json;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<String, Unit> units = new OncePerTransaction<>();

    Units(JdbcClient jdbc, SettingsJson json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** @throws NoSuchElementException if there is none */
    public Unit get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no unit '" + id + "'"));
    }

    public Optional<Unit> find(String id) {
        return units.get(
                id,
                () -> jdbc.sql("select " + COLUMNS + " from unit where id = ?")
                        .param(id)
                        .query(this::unit)
                        .optional());
    }

    public List<Unit> all() {
        return jdbc.sql("select " + COLUMNS + " from unit order by id")
                .query(this::unit)
                .list();
    }

    /**
     * Adds the unit or changes it; publishes {@link UnitSaved}.
     *
     * @throws RosterRefusal naming the field that cannot be
     */
    @Transactional
    public Unit save(Unit unit) {
        check(unit);
        jdbc.sql("""
                        insert into unit (id, name, project_name, parent_id, managers, deputies, settings)
                        values (:id, :name, :projectName, :parentId, :managers, :deputies, cast(:settings as jsonb))
                        on conflict (id) do update set
                          name = excluded.name, project_name = excluded.project_name, parent_id = excluded.parent_id,
                          managers = excluded.managers, deputies = excluded.deputies, settings = excluded.settings
                        """)
                .param("id", unit.id())
                .param("name", unit.name().strip())
                .param("projectName", unit.projectName().strip())
                .param("parentId", unit.parentId())
                .param("managers", unit.managers().toArray(String[]::new))
                .param("deputies", unit.deputies().toArray(String[]::new))
                .param("settings", json.write(unit.settings()))
                .update();
        units.forget(unit.id());
        Unit saved = get(unit.id());
        events.publishEvent(new UnitSaved(saved));
        return saved;
    }

    /** The unit, with nobody else changing it or its roster until the transaction ends. */
    Unit hold(String id) {
        jdbc.sql("select id from unit where id = ? for no key update")
                .param(id)
                .query()
                .listOfRows();
        units.forget(id);
        return get(id);
    }

    private void check(Unit unit) {
        if (unit.id() == null || !ID.matcher(unit.id()).matches()) {
            throw new RosterRefusal("id", "unit.id", unit.id());
        }
        checkName("name", unit.name());
        checkName("projectName", unit.projectName());
        unit.managers().forEach(login -> checkLogin("managers", login));
        unit.deputies().forEach(login -> checkLogin("deputies", login));
        Set<String> above = new HashSet<>(Set.of(unit.id()));
        for (String parent = unit.parentId(); parent != null; ) {
            String id = parent;
            if (!above.add(id)) {
                throw new RosterRefusal("parentId", "unit.circle", id);
            }
            parent = find(id).orElseThrow(() -> new RosterRefusal("parentId", "unit.unknown", id))
                    .parentId();
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
                row.getString("name"),
                row.getString("project_name"),
                row.getString("parent_id"),
                Rows.texts(row, "managers"),
                Rows.texts(row, "deputies"),
                json.read(row.getString("settings")));
    }
}
