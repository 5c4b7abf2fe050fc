package io.rotadesk.bench;

import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * (g) The validity of very many customers ends in the same second, with the job executor on, while calls ring that nobody
 * picks up: how late a ring moves on, beside the same with nothing else to do; how long the customers take; whether one is
 * lost.
 */
final class EndingCustomers {

    /** Short, so that many end their three in a minute; long enough for few to ring at the same time. */
    private static final String RING = "2s";

    private static final int IDLE_RINGS = 150;

    /** The seconds until the first ring that nobody picks up is over, and some more; very many take time to prepare. */
    private static final int FIRST_RINGS = 3;

    private final RotaDesk application;
    private final JdbcClient jdbc;
    private final FollowedUpCustomers customers;

    EndingCustomers(RotaDesk application) {
        this.application = application;
        this.jdbc = application.server().patient();
        this.customers = new FollowedUpCustomers(application);
    }

    void run(BenchSettings settings, Report report) throws InterruptedException {
        String usual = ringTime(RING);
        application.timers(true);
        try {
            var rings = report.table(
                    "rings",
                    "(g) How late a ring that nobody picks up moves on, ms",
                    "meanwhile",
                    "rings",
                    "p50",
                    "p95",
                    "p99",
                    "max",
                    "hang-ups sent again");
            row(rings, "nothing", idle(Math.min(settings.samples(), IDLE_RINGS)));
            customers.generate(settings.ending());
            ending(settings, rings, report);
        } finally {
            application.timers(false);
            ringTime(usual);
            customers.forget();
        }
    }

    private UnansweredRings idle(int rings) throws InterruptedException {
        try (UnansweredRings calls = new UnansweredRings(application, Instant.MIN)) {
            while (calls.moved() < rings) {
                Thread.sleep(200);
            }
            return calls;
        }
    }

    private void ending(BenchSettings settings, Report.Table table, Report report) throws InterruptedException {
        int number = settings.ending();
        Instant end = Instant.now().plusMillis((long) (1000 * (FIRST_RINGS + settings.seconds()) + number / 4.0));
        customers.endAt(end);
        Instant latest = end.plus(Duration.ofSeconds(120 + number / 50));
        try (UnansweredRings calls = new UnansweredRings(application, end)) {
            while ((customers.lapsed() < number || calls.moved() == 0)
                    && Instant.now().isBefore(latest)) {
                // Counting very many takes the time of those who are measured.
                Thread.sleep(200 + number / 20);
            }
            report.result("ending.late", calls.late().percentile(95), number);
            row(table, "%,d customers' validity ends".formatted(number), calls);
        }
        var closed = report.table(
                "ending",
                "(g) Customers whose validity ended in one second",
                "customers",
                "seconds until all were written down",
                "a second",
                "lost",
                "processes left",
                "jobs failed");
        double seconds = jdbc.sql("""
                        select coalesce(extract(epoch from max(f.closed_at) - cast(:end as timestamptz)), 0)
                        from rotadesk.follow_up f join rotadesk.bench_ending e on e.follow_up = f.id
                        """)
                .param("end", Timestamp.from(end))
                .query(Double.class)
                .single();
        report.result("ending.seconds", seconds, number);
        int lapsed = customers.lapsed();
        closed.row(
                number, seconds, lapsed / Math.max(seconds, 0.001), number - lapsed, customers.running(), failedJobs());
    }

    private static void row(Report.Table table, String meanwhile, UnansweredRings calls) {
        Times late = calls.late();
        table.row(
                meanwhile,
                calls.moved(),
                late.percentile(50),
                late.percentile(95),
                late.percentile(99),
                late.percentile(100),
                calls.sentAgain());
    }

    private int failedJobs() {
        return jdbc.sql("select count(*) from public.act_ru_job where exception_msg_ is not null")
                .query(Integer.class)
                .single();
    }

    /** @return what it was before */
    private String ringTime(String time) {
        Units units = application.bean(Units.class);
        Unit unit = units.get(RotaDesk.UNIT);
        UnitSettings settings = unit.settings();
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                settings.with("ringTime", time)));
        return settings.get(CallSettings.class).ringTime().getSeconds() + "s";
    }
}
