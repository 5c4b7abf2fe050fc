package io.rotadesk.staff.unit;

import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people on the rosters of all units. Each is kept in memory until a roster changes; whole rosters are not. */
@Component
public class Agents {

    private static final String SELECT =
            "select login, unit_id, name, mobile, extension, team, place, has_left from agent ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Kept<String, Agent> kept;

    Agents(JdbcClient jdbc, NamedParameterJdbcOperations batches, Keeping keeping) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.kept = keeping.rows("agent");
    }

    /** @return the agent's name; the login itself for one who is on no roster; empty for null */
    public String name(String login) {
        return login == null ? "" : find(login).map(Agent::name).orElse(login);
    }

    public Optional<Agent> find(String login) {
        return kept.get(
                login,
                () -> jdbc.sql(SELECT + "where login = ?")
                        .param(login)
                        .query(Agents::agent)
                        .optional());
    }

    /** This transaction is going to change people, and reads them from the table from here on. */
    public void readAnew() {
        kept.readAnew();
    }

    /** Those of these logins who are or were on a roster, by login. */
    public Map<String, Agent> find(Collection<String> logins) {
        return jdbc
                .sql(SELECT + "where login = any (?)")
                .param(logins.toArray(String[]::new))
                .query(Agents::agent)
                .list()
                .stream()
                .collect(Collectors.toMap(Agent::login, Function.identity()));
    }

    /** @throws NoSuchElementException if there is none */
    public Agent get(String login) {
        return find(login).orElseThrow(() -> new NoSuchElementException("no agent '" + login + "'"));
    }

    /** Everybody in the unit, by team and place; includes people without a team and people who left. */
    public List<Agent> inUnit(String unitId) {
        return jdbc.sql(SELECT + "where unit_id = ? order by team nulls last, place, login")
                .param(unitId)
                .query(Agents::agent)
                .list();
    }

    /** The names of everybody in the unit by login, in the same order. */
    public Map<String, String> names(String unitId) {
        Map<String, String> names = new LinkedHashMap<>();
        inUnit(unitId).forEach(agent -> names.put(agent.login(), agent.name()));
        return names;
    }

    /** The names of these people by login. A login that was never on a roster is left out. */
    public Map<String, String> named(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select login, name from agent where login = any (?)")
                .param(logins.toArray(String[]::new))
                .query((RowCallbackHandler) row -> names.put(row.getString("login"), row.getString("name")));
        return names;
    }

    /** The number of people who work in each unit; a unit without people is left out. */
    public Map<String, Integer> headcounts() {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select unit_id, count(*) as people from agent where not has_left group by unit_id")
                .query((RowCallbackHandler) row -> counts.put(row.getString("unit_id"), row.getInt("people")));
        return counts;
    }

    /** The agent at this desk phone; empty if nobody who still works here has it. */
    public Optional<Agent> atExtension(String unitId, String extension) {
        return jdbc.sql(SELECT + "where unit_id = ? and extension = ? and not has_left")
                .param(unitId)
                .param(extension)
                .query(Agents::agent)
                .optional();
    }

    /** Those who still work in the unit and have a desk phone, by its extension. */
    public Map<String, Agent> byExtension(String unitId) {
        return jdbc
                .sql(SELECT + "where unit_id = ? and extension <> '' and not has_left")
                .param(unitId)
                .query(Agents::agent)
                .list()
                .stream()
                .collect(Collectors.toMap(Agent::extension, Function.identity(), (one, other) -> one));
    }

    @Transactional
    public void save(Collection<Agent> people) {
        kept.changed();
        batches.batchUpdate(
                """
                        insert into agent (login, unit_id, name, mobile, extension, team, place, has_left)
                        values (:login, :unitId, :name, :mobile, :extension, :team, :place, :left)
                        on conflict (login) do update set
                          name = excluded.name, mobile = excluded.mobile, extension = excluded.extension,
                          team = excluded.team, place = excluded.place, has_left = excluded.has_left
                        """, people.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    private static Agent agent(ResultSet row, int nr) throws SQLException {
        return new Agent(
                row.getString("login"),
                row.getString("unit_id"),
                row.getString("name"),
                row.getString("mobile"),
                row.getString("extension"),
                row.getString("team"),
                row.getInt("place"),
                row.getBoolean("has_left"));
    }
}
