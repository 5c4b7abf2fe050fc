package io.rotadesk.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify}: measures, prints a table, writes it to {@code target/bench}. */
@Tag("bench")
class RotaDeskBenchmark {

    private static final Path FOLDER = Path.of("target/bench");

    private final BenchSettings settings = BenchSettings.fromSystem();
    private final Report report = new Report();

    @Test
    void measure() throws Exception {
        long began = System.nanoTime();
        try (RotaDesk application = RotaDesk.start(FOLDER.resolve("postgresql").toAbsolutePath());
                BareEngine bare = new BareEngine(application, "bare", true);
                BareEngine shape = new BareEngine(application, "shape", false)) {
            setting(application);
            RotaDeskCalls ours = new RotaDeskCalls(application);
            Calls sameModel = new BareCalls("bare engine, same model", bare, true);
            Calls shapeOnly = new BareCalls("bare engine, shape only", shape, false);
            if (settings.parts().contains("rota")) {
                new RotaOffers(application).run(settings, report);
            }
            if (settings.parts().contains("calls")) {
                new Throughput(
                                "calls",
                                "(b) Calls a second, from post to register; medians of rounds",
                                ours,
                                List.of(sameModel, shapeOnly))
                        .run(settings, report);
            }
            if (settings.parts().contains("visits")) {
                new Throughput(
                                "visits",
                                "(f) First visits a second, from announcement to register; medians of rounds",
                                new RotaDeskVisits(application),
                                List.of(new BareVisits(shape)))
                        .run(settings, report);
            }
            if (settings.parts().contains("matters")) {
                new Throughput(
                                "matters",
                                "(h) Petitioners' matters with a plan a second, from ticket to reply; medians of rounds",
                                new RotaDeskMatters(application),
                                List.of(new BareMatters(shape)))
                        .run(settings, report);
            }
            if (settings.parts().contains("latency")) {
                new TaskLatency(ours).run(settings, report);
            }
            if (settings.parts().contains("cost")) {
                CallCost cost = new CallCost(settings, report, FOLDER, "cost", "(e) What a call costs the database");
                cost.row(ours, application.dataSource());
                cost.row(sameModel, bare.dataSource());
                cost.row(shapeOnly, shape.dataSource());
                new CallCost(settings, report, FOLDER, "visit-cost", "(i) What a first visit costs the database")
                        .row(new RotaDeskVisits(application), application.dataSource());
                new CallCost(
                                settings,
                                report,
                                FOLDER,
                                "matter-cost",
                                "(j) What a matter with a plan costs the database")
                        .row(new RotaDeskMatters(application), application.dataSource());
            }
            if (settings.parts().contains("ending")) {
                new EndingCustomers(application).run(settings, report);
            }
            if (settings.parts().contains("lookup")) {
                new CallerLookup(application).run(settings, report);
            }
        }
        report.fact("seconds it took", (System.nanoTime() - began) / 1_000_000_000);
        report.write(FOLDER);
    }

    private void setting(RotaDesk application) {
        report.text("## Rota Desk benchmark\n");
        report.fact("processors", Runtime.getRuntime().availableProcessors());
        report.fact("Java", System.getProperty("java.version"));
        for (String name : List.of("server_version", "fsync", "synchronous_commit", "shared_buffers")) {
            report.fact(
                    name,
                    application.jdbc().sql("show " + name).query(String.class).single());
        }
    }
}
