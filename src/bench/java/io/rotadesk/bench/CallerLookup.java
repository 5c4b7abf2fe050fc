package io.rotadesk.bench;

import io.rotadesk.leasing.customer.Customers;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.JdbcTemplate;

/** (d) Looking a caller up by the number, among few customers and among many. */
final class CallerLookup {

    private static final int FEW = 10_000;
    private static final int LOOKUPS = 3_000;

    private final RotaDesk application;
    private final Customers customers;
    private final JdbcTemplate jdbc;
    private final SplittableRandom random = new SplittableRandom(7);

    CallerLookup(RotaDesk application) {
        this.application = application;
        this.customers = application.bean(Customers.class);
        this.jdbc = application.bean(JdbcTemplate.class);
    }

    void run(BenchSettings settings, Report report) throws SQLException {
        var table = report.table("lookup", "(d) Caller lookup, ms", "customers", "p50", "p95", "p99");
        fill(1, FEW);
        row(table, FEW);
        fill(FEW + 1, settings.customers());
        row(table, settings.customers());
        report.text("\n```\n" + plan(settings.customers()) + "\n```");
    }

    private void row(Report.Table table, int number) {
        Times times = new Times();
        Times warmUp = new Times();
        for (int i = 0; i < 2 * LOOKUPS; i++) {
            String phone = phone(1 + random.nextInt(number));
            var found = (i < LOOKUPS ? warmUp : times).measure(() -> customers.byPhone(RotaDesk.UNIT, phone));
            if (found.size() != 1) {
                throw new IllegalStateException("Customer not found");
            }
        }
        table.row(number, times.percentile(50), times.percentile(95), times.percentile(99));
    }

    /** The statement that the application sends, explained. */
    private String plan(int number) {
        String phone = phone(1 + random.nextInt(number));
        String sql =
                application.dataSource().during(() -> customers.byPhone(RotaDesk.UNIT, phone)).texts().keySet().stream()
                        .filter(text -> text.contains("customer_phone"))
                        .findFirst()
                        .orElseThrow();
        List<String> lines = jdbc.queryForList("explain (analyze, buffers) " + sql, String.class, RotaDesk.UNIT, phone);
        return String.join("\n", lines);
    }

    private void fill(int from, int to) throws SQLException {
        try (var connection = application.bean(javax.sql.DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            // Generated rows need no check of their foreign key, and nobody waits for their last commit.
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
            statement.execute("""
                    insert into customer (id, unit_id, name, agent, last_contact_kind, last_contact_at, created_at)
                    overriding system value
                    select 1000000000 + i, '%s', '客户' || i, 'bencha' || (1 + i %% 30), 'CALL', now(), now()
                    from generate_series(%d, %d) i
                    """.formatted(RotaDesk.UNIT, from, to));
            statement.execute("""
                    insert into customer_phone (unit_id, phone, customer_id)
                    select '%s', '+8615' || lpad(i::text, 9, '0'), 1000000000 + i from generate_series(%d, %d) i
                    """.formatted(RotaDesk.UNIT, from, to));
            statement.execute("reset session_replication_role; reset synchronous_commit");
            statement.execute("vacuum analyze customer, customer_phone");
        }
    }

    private static String phone(int number) {
        return "+8615%09d".formatted(number);
    }
}
