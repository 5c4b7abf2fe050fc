package io.rotadesk.bench;

import java.util.Set;

/**
 * The extent of the measurements. The defaults keep the whole run under ten minutes on two cores.
 *
 * @param seconds of one measured round, {@code -Dbench.seconds}
 * @param rounds of each comparison, taken in turns, {@code -Dbench.rounds}
 * @param samples of each kind of waiting time, {@code -Dbench.samples}
 * @param customers in the large customer table, {@code -Dbench.customers}
 * @param ending the number of customers whose validity ends in the same second, {@code -Dbench.customersEnding}; meant
 *     to be 100,000, which takes some minutes
 * @param parts the parts to measure, {@code -Dbench.only=rota,calls,visits,matters,latency,cost,lookup,ending}
 */
record BenchSettings(double seconds, int rounds, int samples, int customers, int ending, Set<String> parts) {

    static BenchSettings fromSystem() {
        return new BenchSettings(
                Double.parseDouble(System.getProperty("bench.seconds", "5")),
                Integer.getInteger("bench.rounds", 3),
                Integer.getInteger("bench.samples", 300),
                Integer.getInteger("bench.customers", 5_000_000),
                Integer.getInteger("bench.customersEnding", 5_000),
                Set.of(System.getProperty("bench.only", "rota,calls,visits,matters,latency,cost,ending,lookup")
                        .split(",")));
    }
}
