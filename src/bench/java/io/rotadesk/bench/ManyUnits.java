package io.rotadesk.bench;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * (k) The cost of a call when many units share one PostgreSQL, beside the cost in one large unit, and what follows from
 * it: the calls that the machine bears a day, and the disk that a year takes.
 */
final class ManyUnits {

    private static final int CALLS_A_UNIT_AND_DAY = 100;
    private static final int HOURS_A_DAY = 10;
    private static final int DAYS_A_YEAR = 360;

    /** As long as the engine's history is kept. */
    private static final int DAYS_OF_HISTORY = 180;

    private static final double KB_A_GB = 1024 * 1024;

    private final RotaDesk application;

    ManyUnits(RotaDesk application) {
        this.application = application;
    }

    /**
     * One round.
     *
     * @param cpu of a call
     * @param log of a call, kB
     * @param registers the growth of our tables with all calls, kB
     * @param engine the growth of the engine's tables with all calls, kB
     */
    private record Round(CpuTime.Used cpu, double log, long calls, double registers, double engine, double perSecond) {}

    void run(BenchSettings settings, Report report) {
        int units = settings.units();
        new GeneratedUnits(application).create(units);
        Handler oneUnit = new RotaDeskCalls(application);
        Handler manyUnits = new RotaDeskCalls(
                "%,d units with %,d agents".formatted(units, units * GeneratedUnits.AGENTS),
                application,
                id -> GeneratedUnits.unit(new SplittableRandom(id).nextInt(units)),
                false);
        // The first calls fill pages that later ones share.
        Load.perSecond(clients(settings), 1.5 * settings.seconds(), manyUnits::handle);
        Map<Handler, List<Round>> calls =
                Turns.take(settings.rounds(), List.of(oneUnit, manyUnits), handler -> measure(handler, settings));
        var table = report.table(
                "units",
                "(k) A call in one unit and in many; medians of rounds",
                "calls in",
                "CPU in Java, ms",
                "CPU in PostgreSQL, ms",
                "WAL without page images, kB",
                "growth of our tables, kB",
                "growth of the engine's tables, kB",
                "calls a second, %d clients".formatted(clients(settings)));
        calls.forEach((handler, rounds) -> row(table, handler == oneUnit ? "one unit" : handler.name(), rounds));
        year(units, calls.get(manyUnits), report);
    }

    private static int clients(BenchSettings settings) {
        return settings.clients().get(1);
    }

    private Round measure(Handler handler, BenchSettings settings) {
        var server = application.server().patient();
        AtomicLong calls = new AtomicLong();
        Load.Step call = (client, id) -> {
            handler.handle(client, id);
            calls.incrementAndGet();
        };
        TableSizes sizes = TableSizes.now(server);
        double perSecond = Load.perSecond(clients(settings), settings.seconds(), call);
        try (WriteAheadLog log = WriteAheadLog.withoutPages(server)) {
            int number = settings.samples();
            long written = log.written();
            CpuTime cpu = CpuTime.now(server);
            Load.times(number, call);
            CpuTime.Used used = CpuTime.now(server).since(cpu, number);
            double logged = (log.written() - written) / 1024.0 / number;
            TableSizes grown = TableSizes.now(server).since(sizes);
            double registers = grown.kilobytes(name -> name.startsWith("rotadesk."));
            return new Round(used, logged, calls.get(), registers, grown.kilobytes() - registers, perSecond);
        }
    }

    private static void row(Report.Table table, String name, List<Round> rounds) {
        boolean processes = rounds.get(0).cpu().database() != null;
        table.row(
                name,
                median(rounds, round -> round.cpu().java()),
                processes ? median(rounds, round -> round.cpu().database()) : "cannot be seen here",
                median(rounds, Round::log),
                growth(rounds, Round::registers),
                growth(rounds, Round::engine),
                median(rounds, Round::perSecond));
    }

    private static double median(List<Round> rounds, Function<Round, Double> value) {
        return Times.median(rounds.stream().map(value).toList());
    }

    /** @return a call's, from all rounds together, since tables grow by whole pages */
    private static double growth(List<Round> rounds, ToDoubleFunction<Round> kilobytes) {
        return rounds.stream().mapToDouble(kilobytes).sum()
                / rounds.stream().mapToLong(Round::calls).sum();
    }

    private static void year(int units, List<Round> rounds, Report report) {
        double callsADay = (double) units * CALLS_A_UNIT_AND_DAY;
        var table = report.table(
                "unitsYear",
                "(k) %,d units with %d calls a day each".formatted(units, CALLS_A_UNIT_AND_DAY),
                "what",
                "value");
        table.row("calls a day", (long) callsADay);
        table.row(
                "calls a day that this machine bears, in " + HOURS_A_DAY + " hours",
                Math.round(median(rounds, Round::perSecond) * HOURS_A_DAY * 3600));
        if (rounds.get(0).cpu().total() != null) {
            table.row(
                    "processors that this takes, in " + HOURS_A_DAY + " hours",
                    callsADay * median(rounds, round -> round.cpu().total()) / 1000 / (HOURS_A_DAY * 3600));
        }
        table.row("log a day, GB", callsADay * median(rounds, Round::log) / KB_A_GB);
        table.row("our tables after a year, GB", callsADay * DAYS_A_YEAR * growth(rounds, Round::registers) / KB_A_GB);
        table.row(
                "the engine's history of %d days, GB".formatted(DAYS_OF_HISTORY),
                callsADay * DAYS_OF_HISTORY * growth(rounds, Round::engine) / KB_A_GB);
    }
}
