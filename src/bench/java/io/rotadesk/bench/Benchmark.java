package io.rotadesk.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run of the benchmark: the chosen parts, then the targets. */
final class Benchmark {

    private final BenchSettings settings;
    private final Report report = new Report();

    Benchmark(BenchSettings settings) {
        this.settings = settings;
    }

    /**
     * Prints the tables and writes them to the folder of the settings.
     *
     * @return the report with all results
     * @throws IllegalArgumentException if there is no such part
     */
    Report run() throws Exception {
        Set<String> unknown = new TreeSet<>(settings.parts());
        Part.names().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "The benchmark has no part " + unknown + "; its parts are " + Part.names());
        }
        long began = System.nanoTime();
        try (Systems systems = Systems.start(settings)) {
            setting(systems.application());
            for (Part part : Part.values()) {
                if (settings.parts().contains(part.lowerCase())) {
                    part.run(systems, settings, report);
                }
            }
            systems.checkThatAllEnded();
        }
        Target.table(report);
        report.fact("seconds it took", (System.nanoTime() - began) / 1_000_000_000);
        report.write(settings.folder());
        return report;
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
