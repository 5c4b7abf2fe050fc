package io.rotadesk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Fills the registers and the customers of one unit, the same every time: three years of calls and visits. One customer
 * in nine has a certain first name character, some have rare ones, as people have. Most agents have equally many, one has
 * few.
 *
 * @param unit whose they are
 * @param many the logins of agents who have about equally many
 * @param few the login of an agent who has one in two thousand of each
 * @param now the time of the latest call
 */
public record ManyEntries(String unit, List<String> many, String few, Instant now) {

    /** A character with which one name in nine begins. */
    public static final String FREQUENT = Character.toString(23296);

    /** One with which one name in 250 begins. */
    public static final String RARE = Character.toString(23296 + 60);

    private static final String CUSTOMERS = """
            insert into customer (id, unit_id, name, agent, last_contact_kind, last_contact_at, valid_until, lapsed_at,
                created_at) overriding system value
            select %d + i, '%s',
              chr(23296 + floor(120 * power(random(), 2.2))::int) || chr(19968 + floor(300 * random())::int)
                || case when random() < 0.6 then chr(19968 + floor(300 * random())::int) else '' end,
              case when random() < 0.0005 then '%s' when random() < 0.9 then %s end,
              'CALL', at, at + interval '7 days', case when at + interval '7 days' < at_now then at + interval '7 days' end, at
            from (select i, at_now, at_now - random() * interval '1100 days' as at
                  from generate_series(1, %d) i, (select timestamptz '%s' as at_now) n) c
            """;

    private static final String PHONES = """
            insert into customer_phone (unit_id, phone, customer_id)
            select '%s', '+861' || 30 + floor(60 * random())::int || lpad(floor(100000000 * random())::int::text, 8, '0'), %d + i
            from generate_series(1, %d) i
            """;

    private static final String CONTACTS = """
            create temp table filled as
            select f.*, c.name, (select min(phone) from customer_phone p where p.customer_id = f.customer) as phone
            from (select i, timestamptz '%s' - (%d - i) * (interval '1100 days' / %d) as at,
                    %d + 1 + floor(%d * random())::bigint as customer, random() as kind, random() as chance,
                    case when random() < 0.0005 then '%s' else %s end as agent,
                    case when random() < 0.0005 then '%s' else %s end as other
                  from generate_series(1, %d) i) f
            join customer c on c.id = f.customer
            """;

    private static final String CALLS = """
            insert into call_register (unit_id, call_id, source, state, received_at, caller_raw, caller_phone, candidates,
              customer_id, known_as, ringing_agent, offered_at, answer_by, first_agent, agent, answered_at, rings,
              call_ended_at, enquiry, owner, status, customer_name, customer_phone, media_source, interests,
              registered_at, covered_by, cover_read_at)
            select '%s', 'many-' || i, case when chance < 0.95 then 'PHONE_SYSTEM' else 'BY_HAND' end, state, at,
              substr(phone, 4), phone, 1, case when chance > 0.3 then customer end, case when chance > 0.3 then name end,
              case when state = 'MISSED' then other else agent end, at, at + interval '15 seconds', agent, agent,
              case when state <> 'MISSED' then at + interval '8 seconds' end, 1 + i %% 5, at + interval '4 minutes',
              'LEASING', case when chance < 0.1 then other else agent end, case when chance < 0.1 then 'ACTIVE' end,
              case when state = 'REGISTERED' then name end, case when state = 'REGISTERED' then phone end, 'ONLINE',
              'LOCATION', case when state = 'REGISTERED' then at + interval '6 minutes' end,
              case when state = 'COVERED' then agent end, case when state = 'COVERED' then at + interval '1 hour' end
            from (select *, case when i > %d - 30 then 'ANSWERED' when kind < 0.75 then 'REGISTERED'
                    when kind < 0.85 then 'MISSED' when kind < 0.95 then 'OTHER' when kind < 0.9995 then 'COVERED'
                    else 'ABANDONED' end as state from filled) f
            order by i
            """;

    private static final String VISITS = """
            insert into visit_register (unit_id, visit_id, source, state, announced_at, appointment_at, arrived_at,
              visitor_name, visitor_raw, visitor_phone, company, purpose, candidates, customer_id, known_as, agent,
              greeted_by, greeted_at, owner, status, helped_by, acknowledged_at, customer_name, customer_phone, registered_at)
            select '%s', 'many-' || i, 'API', state, at, case when chance > 0.7 then at end,
              case when state not in ('EXPECTED', 'NO_SHOW') or chance <= 0.7 then at end, name, substr(phone, 4), phone,
              case when chance > 0.9 then name || '商贸' end, 'LEASING', 1, case when chance > 0.3 then customer end,
              case when chance > 0.3 then name end, agent, case when state = 'REGISTERED' then agent end,
              case when state = 'REGISTERED' then at end, case when chance < 0.1 then other else agent end,
              case when chance < 0.1 then 'ACTIVE' end, case when chance between 0.1 and 0.15 then other end,
              at + interval '1 hour', case when state = 'REGISTERED' then name end,
              case when state = 'REGISTERED' then phone end, at + interval '1 hour'
            from (select *, case when i > %d - 30 then 'EXPECTED' when kind < 0.75 then 'REGISTERED'
                    when kind < 0.85 then 'LEFT' when kind < 0.95 then 'OTHER' when kind < 0.9995 then 'NO_SHOW'
                    else 'ABANDONED' end as state from filled) f
            order by i
            """;

    private static final List<String> TABLES = List.of("customer", "customer_phone", "call_register", "visit_register");

    /**
     * Adds customers; the contacts need them.
     *
     * @param firstId generated customers have the ids after this one
     */
    public void customers(DataSource database, int number, long firstId) {
        insert(
                database,
                List.of(
                        CUSTOMERS.formatted(firstId, unit, few, anyone(), number, now),
                        PHONES.formatted(unit, firstId, number)));
        vacuum(database, "customer, customer_phone");
    }

    /**
     * Adds calls and visits, with those customers.
     *
     * @param number how many of each
     */
    public void contacts(DataSource database, int number, int customers, long firstId) {
        insert(
                database,
                List.of(
                        CONTACTS.formatted(
                                now, number, number, firstId, customers, few, anyone(), few, anyone(), number),
                        CALLS.formatted(unit, number),
                        VISITS.formatted(unit, number),
                        "drop table filled"));
        vacuum(database, "call_register, visit_register");
    }

    /**
     * Adds small units with one customer, call and visit each, so that most units of the database are small, as they are.
     */
    public void smallUnits(DataSource database, int number) {
        String ofEach = "insert into %1$s overriding system value select (jsonb_populate_record(e, %3$s)).*"
                + " from %1$s e, generate_series(1, " + number
                + ") i where e.ctid = (select min(ctid) from %1$s where unit_id = '%2$s')";
        String unitOfEach = "jsonb_build_object('unit_id', '%s-' || i)".formatted(unit);
        String idToo = "jsonb_build_object('unit_id', '%s-' || i, 'id', -i)".formatted(unit);
        insert(
                database,
                List.of(
                        ofEach.formatted("customer", unit, idToo),
                        ofEach.formatted("call_register", unit, unitOfEach),
                        ofEach.formatted("visit_register", unit, unitOfEach)));
        vacuum(database, String.join(", ", TABLES));
    }

    private String anyone() {
        return many.stream().collect(Collectors.joining("','", "(array['", "'])[1 + floor(")) + many.size()
                + " * random())::int]";
    }

    private static void insert(DataSource database, List<String> statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Generated rows need no check of their foreign keys and no triggers, and nobody waits for their commits.
            statement.execute("set search_path to public, rotadesk; set session_replication_role = replica;"
                    + " set synchronous_commit = off; set max_parallel_workers_per_gather = 0; select setseed(0.42)");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("reset session_replication_role; reset synchronous_commit;"
                    + " reset max_parallel_workers_per_gather");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void vacuum(DataSource database, String tables) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to public, rotadesk");
            statement.execute("vacuum analyze " + tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the unit's rows away again. */
    public void remove(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : TABLES) {
                statement.execute(
                        "delete from %1$s where unit_id = '%2$s' or unit_id like '%2$s-%%'".formatted(table, unit));
            }
            statement.execute("reset session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        vacuum(database, String.join(", ", TABLES));
    }
}
