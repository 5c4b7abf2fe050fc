package io.rotadesk.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a unit with millions of customers who have one number each. */
final class GeneratedCustomers {

    private static final long FIRST_ID = 1_000_000_000;

    /** Generated rows need no check of their foreign key, and nobody waits for their last commit. */
    private static final Map<String, String> SETTINGS = Map.of(
            "session_replication_role", "replica", "synchronous_commit", "off", "maintenance_work_mem", "'256MB'");

    private final JdbcClient jdbc;

    GeneratedCustomers(Server server) {
        this.jdbc = server.patient();
    }

    /** @param to included */
    void add(int from, int to) {
        SETTINGS.forEach(
                (name, value) -> jdbc.sql("set " + name + " = " + value).update());
        try {
            DroppedIndexes.during(
                    jdbc, List.of("rotadesk.customer", "rotadesk.customer_phone"), () -> insert(from, to));
        } finally {
            SETTINGS.keySet().forEach(name -> jdbc.sql("reset " + name).update());
        }
        jdbc.sql("vacuum analyze customer, customer_phone").update();
    }

    private void insert(int from, int to) {
        jdbc.sql("""
                        insert into customer (id, unit_id, name, agent, last_contact_kind, last_contact_at, created_at)
                        overriding system value
                        select :first + i, :unit, '客户' || i, 'bencha' || (1 + i % 30), 'CALL', now(), now()
                        from generate_series(:from, :to) i
                        """)
                .param("first", FIRST_ID)
                .param("unit", RotaDesk.UNIT)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        insert into customer_phone (unit_id, phone, customer_id)
                        select :unit, :series || lpad(i::text, 9, '0'), :first + i from generate_series(:from, :to) i
                        """)
                .param("series", PhoneNumbers.LOOKED_UP_CUSTOMERS)
                .param("first", FIRST_ID)
                .param("unit", RotaDesk.UNIT)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
