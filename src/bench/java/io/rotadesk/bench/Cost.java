package io.rotadesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * (e), (i), (j) The cost of one call, visit or matter, done one after the other: statements, processor time, the log
 * that is written for it, and what stays in the tables.
 */
final class Cost {

    private record Round(CpuTime.Used cpu, double log, double millis) {}

    private final RotaDesk application;
    private final BenchSettings settings;
    private final Report report;
    private final int number;

    Cost(RotaDesk application, BenchSettings settings, Report report) {
        this.application = application;
        this.settings = settings;
        this.report = report;
        this.number = Math.max(1, settings.samples() / 6);
    }

    /** @param more systems beside those that handle the same */
    void run(String letter, Rivals rivals, Rivals.System... more) throws IOException {
        var table = report.table(
                rivals.key() + "Cost",
                "(%s) Cost of %s; medians of rounds, least and largest ratio of a round"
                        .formatted(letter, rivals.title()),
                "system",
                "statements",
                "round trips",
                "commits",
                "CPU in Java, ms",
                "CPU in PostgreSQL, ms",
                "WAL without page images, kB",
                "growth, kB",
                "ms",
                "CPU, this / ours");
        List<Rivals.System> all = new ArrayList<>(rivals.all());
        all.addAll(List.of(more));
        for (Rivals.System system : all) {
            // Cold code takes several times the processor time of warm code.
            Load.perSecond(4, 1.5 * settings.seconds(), system.handler()::handle);
        }
        Map<Rivals.System, TableSizes> before = new HashMap<>();
        all.forEach(system -> before.put(system, sizes(system)));
        Map<Rivals.System, List<Round>> rounds;
        JdbcClient server = application.server().patient();
        try (WriteAheadLog log = WriteAheadLog.withoutPages(server)) {
            rounds = Turns.take(settings.rounds(), all, system -> round(system, server, log));
        }
        for (Rivals.System system : all) {
            int grownBy = number * settings.rounds() * sharing(system, all);
            TableSizes grown = sizes(system).since(before.get(system));
            var counted = system.dataSource().during(() -> Load.times(number, system.handler()::handle));
            row(table, system, counted, rounds.get(system), rounds.get(rivals.ours()), grown.kilobytes() / grownBy);
            if (system == rivals.ours()) {
                report.result(rivals.key() + ".statements", counted.statements() / (double) number);
                report.result(rivals.key() + ".log", median(rounds.get(system), Round::log));
            }
            file("statements", rivals, system, texts(counted));
            file("growth", rivals, system, grown.lines(grownBy));
        }
    }

    /** @return the number of these systems that write to the same tables */
    private static int sharing(Rivals.System system, List<Rivals.System> all) {
        return (int) all.stream()
                .filter(other -> other.dataSource() == system.dataSource())
                .count();
    }

    private Round round(Rivals.System system, JdbcClient server, WriteAheadLog log) {
        long written = log.written();
        CpuTime cpu = CpuTime.now(server);
        long began = System.nanoTime();
        Load.times(number, system.handler()::handle);
        double millis = (System.nanoTime() - began) / 1e6 / number;
        return new Round(CpuTime.now(server).since(cpu, number), (log.written() - written) / 1024.0 / number, millis);
    }

    private void row(
            Report.Table table,
            Rivals.System system,
            CountedStatements.Counted counted,
            List<Round> rounds,
            List<Round> ours,
            double growth) {
        boolean processes = rounds.get(0).cpu().database() != null;
        table.row(
                system.name(),
                counted.statements() / (double) number,
                counted.roundTrips() / (double) number,
                counted.commits() / (double) number,
                median(rounds, round -> round.cpu().java()),
                processes ? median(rounds, round -> round.cpu().database()) : "cannot be seen here",
                median(rounds, Round::log),
                growth,
                median(rounds, Round::millis),
                processes && rounds != ours ? Spread.of(totals(rounds), totals(ours)) : "");
    }

    private static TableSizes sizes(Rivals.System system) {
        return TableSizes.now(system.database());
    }

    private static List<Double> totals(List<Round> rounds) {
        return rounds.stream().map(round -> round.cpu().total()).toList();
    }

    private static double median(List<Round> rounds, Function<Round, Double> value) {
        return Times.median(rounds.stream().map(value).toList());
    }

    private void file(String content, Rivals rivals, Rivals.System system, String text) throws IOException {
        String name =
                "%s-%s-%s.txt".formatted(content, rivals.key(), system.name().replaceAll("\\W+", "-"));
        Path folder = Files.createDirectories(settings.folder());
        Files.writeString(folder.resolve(name), text);
    }

    private String texts(CountedStatements.Counted counted) {
        return counted.texts().entrySet().stream()
                .sorted(Comparator.comparingLong(text -> -text.getValue().get()))
                .map(text -> "%7.2f %s".formatted(text.getValue().get() / (double) number, text.getKey()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
