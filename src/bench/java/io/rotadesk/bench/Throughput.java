package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * (b) Calls, (f) visits and (h) matters a second, from the first word to the register; the systems take turns, so that
 * other work on the machine affects all of them.
 */
final class Throughput {

    private final Calls ours;
    private final List<Calls> all;
    private final String key;
    private final String title;

    /**
     * @param key the key of the table, and the thing that is counted: calls, visits or matters
     * @param bare the system that ours is compared with
     */
    Throughput(String key, String title, Calls ours, List<Calls> bare) {
        this.key = key;
        this.title = title;
        this.ours = ours;
        this.all = new ArrayList<>(bare);
        this.all.add(0, ours);
    }

    void run(BenchSettings settings, Report report) {
        List<String> columns = new ArrayList<>(List.of("clients"));
        all.forEach(calls -> columns.add(calls.name() + ", " + key + "/s"));
        all.stream().skip(1).forEach(calls -> columns.add("ours / " + calls.name()));
        for (Calls calls : all) {
            Load.perSecond(4, 1.5 * settings.seconds(), calls::handle);
        }
        var table = report.table(key, title, columns.toArray(String[]::new));
        for (int clients : new int[] {1, 8, 16}) {
            table.row(row(clients, settings).toArray());
        }
    }

    private List<Object> row(int clients, BenchSettings settings) {
        Map<Calls, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Calls calls : all) {
                rates.computeIfAbsent(calls, c -> new ArrayList<>())
                        .add(Load.perSecond(clients, settings.seconds(), calls::handle));
            }
        }
        List<Object> row = new ArrayList<>(List.of(clients));
        all.forEach(calls -> row.add(Times.median(rates.get(calls))));
        all.stream().skip(1).forEach(calls -> row.add(Times.median(ratios(rates.get(ours), rates.get(calls)))));
        return row;
    }

    /** Compares within each round, since its two halves ran under the same conditions. */
    private static List<Double> ratios(List<Double> ours, List<Double> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / theirs.get(round));
        }
        return ratios;
    }
}
