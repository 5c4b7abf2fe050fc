package io.rotadesk.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The extent of the measurements. The defaults take about a quarter of an hour on two cores.
 *
 * @param seconds of one measured round, {@code -Dbench.seconds}
 * @param rounds of each comparison, taken in turns, {@code -Dbench.rounds}
 * @param clients the numbers of clients at the same time: one, some, and perhaps many
 * @param samples of each kind of waiting time, {@code -Dbench.samples}
 * @param customers in the large customer table, {@code -Dbench.customers}
 * @param ending the number of customers whose validity ends in the same second, {@code -Dbench.customersEnding}; meant
 *     to be 100,000, which takes some minutes
 * @param entries calls, and as many visits, in large registers, {@code -Dbench.pages}; with five times as many customers
 * @param units in the part about many units, {@code -Dbench.units}
 * @param parts the parts to measure, {@code -Dbench.only}, such as {@code calls,lookup}
 * @param strict whether a missed target fails the run, {@code -Dbench.strict}
 * @param folder for the report and for the database while it runs
 */
record BenchSettings(
        double seconds,
        int rounds,
        List<Integer> clients,
        int samples,
        int customers,
        int ending,
        int entries,
        int units,
        Set<String> parts,
        boolean strict,
        Path folder) {

    static BenchSettings fromSystem() {
        String strict = System.getProperty("bench.strict");
        return new BenchSettings(
                Double.parseDouble(System.getProperty("bench.seconds", "5")),
                Integer.getInteger("bench.rounds", 3),
                List.of(1, 8, 16),
                Integer.getInteger("bench.samples", 300),
                Integer.getInteger("bench.customers", 5_000_000),
                Integer.getInteger("bench.customersEnding", 5_000),
                Integer.getInteger("bench.pages", 20_000),
                Integer.getInteger("bench.units", 1_000),
                Set.of(System.getProperty("bench.only", String.join(",", Part.names()))
                        .split(",")),
                strict != null && !strict.equals("false"),
                Path.of("target/bench"));
    }

    /** So little of each part that it only shows whether the part goes through; without the start of the jar. */
    static BenchSettings inShort(Path folder) {
        return new BenchSettings(0.05, 1, List.of(1, 2), 2, 300, 5, 300, 3, Part.inThisProcess(), false, folder);
    }
}
