package io.rotadesk.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

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

    /** The cost of a call; sizes in kB. */
    private record Call(CpuTime.Used cpu, double log, double registers, double engine, double perSecond) {}

    void run(BenchSettings settings, Report report) {
        int units = settings.units();
        new GeneratedUnits(application).create(units);
        Handler oneUnit = new RotaDeskCalls(application);
        Handler manyUnits = new RotaDeskCalls(
                "%,d units with %,d agents".formatted(units, units * GeneratedUnits.AGENTS),
                application,
                id -> GeneratedUnits.unit(new SplittableRandom(id).nextInt(units)),
                false);
        Map<Handler, List<Call>> calls =
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
        year(units, middle(calls.get(manyUnits)), report);
    }

    private static int clients(BenchSettings settings) {
        return settings.clients().get(1);
    }

    private Call measure(Handler handler, BenchSettings settings) {
        int number = Math.max(2, settings.samples());
        var server = application.server().patient();
        double perSecond = Load.perSecond(clients(settings), settings.seconds(), handler::handle);
        TableSizes sizes = TableSizes.now(server);
        try (WriteAheadLog log = WriteAheadLog.withoutPages(server)) {
            long written = log.written();
            CpuTime cpu = CpuTime.now(server);
            Load.times(number, handler::handle);
            CpuTime.Used used = CpuTime.now(server).since(cpu, number);
            double logged = (log.written() - written) / 1024.0 / number;
            TableSizes grown = TableSizes.now(server).since(sizes);
            return new Call(
                    used,
                    logged,
                    grown.kilobytes(name -> name.startsWith("rotadesk.")) / number,
                    grown.kilobytes(name -> name.startsWith("public.")) / number,
                    perSecond);
        }
    }

    private static void row(Report.Table table, String name, List<Call> rounds) {
        Call call = middle(rounds);
        table.row(
                name,
                call.cpu().java(),
                call.cpu().database() == null
                        ? "cannot be seen here"
                        : call.cpu().database(),
                call.log(),
                call.registers(),
                call.engine(),
                call.perSecond());
    }

    /** The round whose throughput is in the middle. */
    private static Call middle(List<Call> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Call::perSecond))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void year(int units, Call call, Report report) {
        double callsADay = (double) units * CALLS_A_UNIT_AND_DAY;
        var table = report.table(
                "unitsYear",
                "(k) %,d units with %d calls a day each".formatted(units, CALLS_A_UNIT_AND_DAY),
                "what",
                "value");
        table.row("calls a day", (long) callsADay);
        table.row(
                "calls a day that this machine bears, in " + HOURS_A_DAY + " hours",
                Math.round(call.perSecond() * HOURS_A_DAY * 3600));
        if (call.cpu().total() != null) {
            table.row(
                    "share of one processor, in " + HOURS_A_DAY + " hours",
                    callsADay * call.cpu().total() / 1000 / (HOURS_A_DAY * 3600));
        }
        table.row("log a day, GB", callsADay * call.log() / KB_A_GB);
        table.row("our tables after a year, GB", callsADay * DAYS_A_YEAR * call.registers() / KB_A_GB);
        table.row(
                "the engine's history of %d days, GB".formatted(DAYS_OF_HISTORY),
                callsADay * DAYS_OF_HISTORY * call.engine() / KB_A_GB);
    }
}
