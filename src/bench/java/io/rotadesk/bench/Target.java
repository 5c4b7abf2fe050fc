package io.rotadesk.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value that the benchmark should reach on a quiet machine. All of them stand here.
 *
 * @param name for people
 * @param key of the result ({@link Report#result})
 * @param direction of better values
 * @param value that is just good enough
 * @param size of what must be measured, such as the number of customers
 */
record Target(String name, String key, Direction direction, double value, long size) {

    private Target(String name, String key, Direction direction, double value) {
        this(name, key, direction, value, 0);
    }

    /** The side on which a value must lie. */
    enum Direction {
        AT_MOST("at most") {
            @Override
            boolean met(double measured, double target) {
                return measured <= target;
            }
        },
        AT_LEAST("at least") {
            @Override
            boolean met(double measured, double target) {
                return measured >= target;
            }
        };

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        abstract boolean met(double measured, double target);
    }

    static final List<Target> ALL = List.of(
            new Target("call: statements", "calls.statements", Direction.AT_MOST, 70),
            new Target("call: kB of log", "calls.log", Direction.AT_MOST, 30),
            new Target("calls beside the bare engine, 1 client", "calls.ratio.1", Direction.AT_LEAST, 1.3),
            new Target("calls beside the bare engine, 8 clients", "calls.ratio.8", Direction.AT_LEAST, 1.3),
            new Target("calls beside the bare engine, 16 clients", "calls.ratio.16", Direction.AT_LEAST, 1.3),
            new Target("first visit: statements", "visits.statements", Direction.AT_MOST, 150),
            new Target("visits beside the bare engine, 1 client", "visits.ratio.1", Direction.AT_LEAST, 1.2),
            new Target("visits beside the bare engine, 8 clients", "visits.ratio.8", Direction.AT_LEAST, 1.2),
            new Target("visits beside the bare engine, 16 clients", "visits.ratio.16", Direction.AT_LEAST, 1.2),
            new Target("matter: statements", "matters.statements", Direction.AT_MOST, 200),
            new Target("matters beside the bare engine, 1 client", "matters.ratio.1", Direction.AT_LEAST, 1.2),
            new Target("matters beside the bare engine, 8 clients", "matters.ratio.8", Direction.AT_LEAST, 1.2),
            new Target("matters beside the bare engine, 16 clients", "matters.ratio.16", Direction.AT_LEAST, 1.2),
            new Target("offer to screen, p95, idle, ms", "latency.idle", Direction.AT_MOST, 15),
            new Target("offer to screen, p95, 8 clients, ms", "latency.busy", Direction.AT_MOST, 100),
            new Target("ring: banner and sound, p95, idle, ms", "ring.idle", Direction.AT_MOST, 500),
            new Target("ring: banner and sound, p95, 8 clients, ms", "ring.busy", Direction.AT_MOST, 500),
            new Target(
                    "SIP: the second phone, later than three rings, 20 at once, p95, ms",
                    "sip.late.20",
                    Direction.AT_MOST,
                    500),
            new Target("caller lookup among 5 million, p99, ms", "lookup.p99", Direction.AT_MOST, 5, 5_000_000),
            new Target("ring while 100,000 lapse: lateness, p95, ms", "ending.late", Direction.AT_MOST, 300, 100_000),
            new Target("100,000 lapse: all written down, s", "ending.seconds", Direction.AT_MOST, 300, 100_000),
            new Target("jar: ready, s", "start.ready", Direction.AT_MOST, 10));

    private enum Verdict {
        MET,
        MISSED,
        NOT_MEASURED,
        TOO_SMALL_TO_SAY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Prints each target with what was measured. */
    static void table(Report report) {
        var table = report.table("targets", "Targets", "target", "to reach", "measured", "verdict");
        for (Target target : ALL) {
            Report.Result measured = report.results().get(target.key);
            table.row(
                    target.name,
                    target.direction.words + " " + Report.shown(target.value),
                    measured == null ? "" : measured.value(),
                    target.verdict(report.results()));
        }
    }

    /** @return the names of the targets that were measured and missed */
    static List<String> missed(Report report) {
        return ALL.stream()
                .filter(target -> target.verdict(report.results()) == Verdict.MISSED)
                .map(Target::name)
                .toList();
    }

    private Verdict verdict(Map<String, Report.Result> results) {
        Report.Result measured = results.get(key);
        if (measured == null) {
            return Verdict.NOT_MEASURED;
        }
        if (measured.size() < size) {
            return Verdict.TOO_SMALL_TO_SAY;
        }
        return direction.met(measured.value(), value) ? Verdict.MET : Verdict.MISSED;
    }
}
