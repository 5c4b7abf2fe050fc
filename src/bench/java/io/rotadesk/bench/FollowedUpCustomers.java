package io.rotadesk.bench;

import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.staff.unit.UnitSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates any number of customers who are being followed up: one is created by the application, and all its rows in the
 * database, ours and the engine's, are multiplied there.
 */
final class FollowedUpCustomers {

    private static final String MULTIPLIED = "rotadesk.bench_ending";
    private static final String END = CustomerFollowUp.Event.VALIDITY_ENDED;

    private final RotaDesk application;
    private final JdbcClient jdbc;

    FollowedUpCustomers(RotaDesk application) {
        this.application = application;
        this.jdbc = application.server().patient();
    }

    void generate(int number) {
        Clock clock = application.bean(Clock.class);
        Instant lastContact = clock.instant()
                .minus(Duration.ofDays(
                        UnitSettings.defaults().get(CustomerSettings.class).callValidityDays()));
        Customer one = application
                .bean(Customers.class)
                .add(RotaDesk.UNIT, "到期客户", "+8617900000000", "benchb1", ContactKind.CALL, lastContact);
        application.bean(FollowUps.class).startDue(RotaDesk.UNIT);
        long followUp = jdbc.sql("select follow_up from rotadesk.customer where id = :id")
                .param("id", one.id())
                .query(Long.class)
                .single();
        String instance = jdbc.sql("""
                        select proc_inst_id_ from public.act_ru_execution
                        where business_key_ = :key and proc_def_id_ like 'customer-follow-up:%'
                        """)
                .param("key", Long.toString(followUp))
                .query(String.class)
                .single();
        jdbc.sql("""
                        create table %s as
                        select n, nextval(pg_get_serial_sequence('rotadesk.customer', 'id')) as customer,
                          nextval(pg_get_serial_sequence('rotadesk.follow_up', 'id')) as follow_up
                        from generate_series(1, %d) n
                        """.formatted(MULTIPLIED, number)).update();
        multiplyOurs(one.id(), followUp);
        multiplyTheEngines(instance, followUp);
        jdbc.sql("analyze").update();
    }

    private void multiplyOurs(long customer, long followUp) {
        // The customer's row names the follow-up, whose row names the customer.
        multiply(
                "rotadesk",
                "customer",
                "t.id = " + customer,
                Map.of("id", "e.customer", "name", "t.name || e.n", "follow_up", "e.follow_up"));
        multiply(
                "rotadesk",
                "customer_phone",
                "t.customer_id = " + customer,
                Map.of("customer_id", "e.customer", "phone", "'+8617' || lpad(cast(e.n as text), 9, '0')", "id", ""));
        multiply(
                "rotadesk",
                "customer_agent",
                "t.customer_id = " + customer,
                Map.of("customer_id", "e.customer", "id", ""));
        multiply(
                "rotadesk",
                "follow_up",
                "t.id = " + followUp,
                Map.of("id", "e.follow_up", "customer_id", "e.customer"));
    }

    private void multiplyTheEngines(String instance, long followUp) {
        Map<String, String> instanceColumns = new LinkedHashMap<>();
        for (String table : List.of("execution", "task", "variable", "event_subscr")) {
            instanceColumns.put("act_ru_" + table, "proc_inst_id_");
        }
        instanceColumns.put("act_ru_job", "process_instance_id_");
        for (String table : List.of("procinst", "actinst", "taskinst", "varinst", "detail")) {
            instanceColumns.put("act_hi_" + table, "proc_inst_id_");
        }
        String ids = instanceColumns.entrySet().stream()
                        .map(table -> "select id_ from public.%s where %s = '%s'"
                                .formatted(table.getKey(), table.getValue(), instance))
                        .collect(Collectors.joining(" union "))
                + " union select act_inst_id_ from public.act_ru_execution where proc_inst_id_ = '%s'"
                        .formatted(instance);
        List<String> own = jdbc.sql(ids).query(String.class).list();
        Map<String, String> changed = Map.of(
                "business_key_",
                "case when t.business_key_ = '%d' then cast(e.follow_up as text) end".formatted(followUp),
                "long_",
                "case when t.name_ = 'followUpId' then e.follow_up else t.long_ end",
                "text_",
                "case when t.name_ = 'followUpId' then cast(e.follow_up as text) else t.text_ end");
        instanceColumns.forEach((table, column) -> {
            Map<String, String> columns = new HashMap<>(changed);
            texts(table).stream()
                    .filter(text -> text.endsWith("id_") || text.equals("var_scope_"))
                    .forEach(text -> columns.put(
                            text,
                            // Of the same length for any number: a column holds 64 characters.
                            "case when t.%1$s in (%2$s) then md5(t.%1$s || '-' || e.n) else t.%1$s end"
                                    .formatted(text, own.stream().collect(Collectors.joining("','", "'", "'")))));
            // All reminders have been sent.
            String more = table.equals("act_ru_job") ? " and t.handler_cfg_ = '" + END + "'" : "";
            multiply("public", table, "t.%s = '%s'%s".formatted(column, instance, more), columns);
        });
    }

    /** @param changed the SQL for a column of each new row {@code e}; empty to leave it to the database */
    private void multiply(String schema, String table, String which, Map<String, String> changed) {
        List<String> columns = columns(schema, table).stream()
                .filter(column -> !changed.getOrDefault(column, column).isEmpty())
                .toList();
        jdbc.sql("insert into %s.%s (%s) overriding system value select %s from %s.%s t cross join %s e where %s"
                        .formatted(
                                schema,
                                table,
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> changed.getOrDefault(column, "t." + column))
                                        .collect(Collectors.joining(", ")),
                                schema,
                                table,
                                MULTIPLIED,
                                which))
                .update();
    }

    private List<String> columns(String schema, String table) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = :schema and table_name = :table and is_generated = 'NEVER'
                        order by ordinal_position
                        """)
                .param("schema", schema)
                .param("table", table)
                .query(String.class)
                .list();
    }

    private List<String> texts(String table) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = :table and data_type = 'character varying'
                        """).param("table", table).query(String.class).list();
    }

    /** From now on the validity of all of them ends at this time. */
    void endAt(Instant end) {
        for (String sql : List.of(
                "update rotadesk.customer c set valid_until = :end from %s e where c.id = e.customer",
                "update rotadesk.follow_up f set valid_until = :end from %s e where f.id = e.follow_up",
                """
                update public.act_ru_job j set duedate_ = :end from %s e, public.act_ru_execution x
                where x.business_key_ = cast(e.follow_up as text) and x.id_ = x.proc_inst_id_
                  and j.process_instance_id_ = x.id_ and j.handler_cfg_ = '""" + END + "'")) {
            jdbc.sql(sql.formatted(MULTIPLIED))
                    .param("end", Timestamp.from(end))
                    .update();
        }
    }

    /** The number of customers that have lapsed completely. */
    int lapsed() {
        return jdbc.sql("""
                        select count(*) from %s e
                        join rotadesk.follow_up f on f.id = e.follow_up and f.outcome = 'LAPSED'
                        join rotadesk.customer c on c.id = e.customer and c.lapsed_at = c.valid_until
                        join rotadesk.customer_agent a on a.customer_id = e.customer and a.ended = 'LAPSED'
                        """.formatted(MULTIPLIED)).query(Integer.class).single();
    }

    /** The number of their processes that have not ended. */
    int running() {
        return jdbc.sql("""
                        select count(*) from %s e join public.act_ru_execution x
                          on x.business_key_ = cast(e.follow_up as text) and x.id_ = x.proc_inst_id_
                        """.formatted(MULTIPLIED)).query(Integer.class).single();
    }

    void forget() {
        jdbc.sql("drop table if exists " + MULTIPLIED).update();
    }
}
