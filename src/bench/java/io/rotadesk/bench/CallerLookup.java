package io.rotadesk.bench;

import io.rotadesk.leasing.customer.Customers;
import java.util.List;
import java.util.SplittableRandom;

/** (d) Looking a caller up by the number, among few customers and among many. */
final class CallerLookup {

    /** Few customers are so many, or half of the many when those are fewer. */
    private static final int FEW = 10_000;

    private static final int LOOKUPS_A_SAMPLE = 10;

    private final RotaDesk application;
    private final Customers customers;
    private final SplittableRandom random = new SplittableRandom(7);

    CallerLookup(RotaDesk application) {
        this.application = application;
        this.customers = application.bean(Customers.class);
    }

    void run(BenchSettings settings, Report report) {
        GeneratedCustomers generated = new GeneratedCustomers(application.server());
        int many = settings.customers();
        int few = Math.min(FEW, many / 2);
        int lookups = LOOKUPS_A_SAMPLE * settings.samples();
        var table = report.table("lookup", "(d) Caller lookup, ms", "customers", "p50", "p95", "p99");
        generated.add(1, few);
        row(table, few, lookups);
        long began = System.nanoTime();
        generated.add(few + 1, many);
        double filled = (System.nanoTime() - began) / 1e9;
        report.result("lookup.p99", row(table, many, lookups), many);
        report.text("\nThe customers were made in " + Report.shown(filled) + " s.\n\n```\n" + plan(many) + "\n```");
    }

    private double row(Report.Table table, int number, int lookups) {
        measure(number, lookups);
        Times times = measure(number, lookups);
        table.row(number, times.percentile(50), times.percentile(95), times.percentile(99));
        return times.percentile(99);
    }

    private Times measure(int number, int lookups) {
        Times times = new Times();
        for (int i = 0; i < lookups; i++) {
            String phone = anyOf(number);
            var found = times.measure(() -> customers.byPhone(RotaDesk.UNIT, phone));
            if (found.size() != 1) {
                throw new IllegalStateException(found.size() + " customers, not one, have the number " + phone);
            }
        }
        return times;
    }

    /** The statement that the application sends, explained. */
    private String plan(int number) {
        String phone = anyOf(number);
        String sql =
                application.dataSource().during(() -> customers.byPhone(RotaDesk.UNIT, phone)).texts().keySet().stream()
                        .filter(text -> text.contains("customer_phone"))
                        .findFirst()
                        .orElseThrow();
        List<String> lines = application
                .jdbc()
                .sql("explain (analyze, buffers) " + sql)
                .params(RotaDesk.UNIT, phone)
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }

    private String anyOf(int number) {
        return PhoneNumbers.ofLookedUpCustomer(1 + random.nextInt(number));
    }
}
