package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** (b), (f), (h) How many a second, from the first word to the register, in turns with the bare engines. */
final class Throughput {

    private final Rivals rivals;
    private final String letter;

    /** @param letter of the part */
    Throughput(String letter, Rivals rivals) {
        this.letter = letter;
        this.rivals = rivals;
    }

    void run(BenchSettings settings, Report report) {
        List<Rivals.System> all = rivals.all();
        List<String> columns = new ArrayList<>(List.of("clients"));
        all.forEach(system -> columns.add(system.name() + ", a second"));
        all.stream().skip(1).forEach(system -> columns.add("ours / " + system.name()));
        for (Rivals.System system : all) {
            Load.perSecond(4, 1.5 * settings.seconds(), system.handler()::handle);
        }
        var table = report.table(
                rivals.key(),
                "(%s) Throughput: %s; medians of rounds, least and largest ratio of a round"
                        .formatted(letter, rivals.title()),
                columns.toArray(String[]::new));
        for (int clients : settings.clients()) {
            Map<Rivals.System, List<Double>> rates = Turns.take(
                    settings.rounds(),
                    all,
                    system -> Load.perSecond(clients, settings.seconds(), system.handler()::handle));
            table.row(row(clients, rates).toArray());
            report.result(
                    rivals.key() + ".ratio." + clients,
                    Spread.of(rates.get(rivals.ours()), rates.get(rivals.sameModel()))
                            .median());
        }
    }

    private List<Object> row(int clients, Map<Rivals.System, List<Double>> rates) {
        List<Object> row = new ArrayList<>(List.of(clients));
        rates.values().forEach(rounds -> row.add(Times.median(rounds)));
        rivals.all().stream()
                .skip(1)
                .forEach(system -> row.add(Spread.of(rates.get(rivals.ours()), rates.get(system))));
        return row;
    }
}
