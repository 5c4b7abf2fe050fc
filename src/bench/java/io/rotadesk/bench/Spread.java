package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios of two systems, one of each round, since the two halves of a round ran under the same conditions. */
record Spread(List<Double> ratios) {

    /** @return how many times the first is the second, round by round */
    static Spread of(List<Double> first, List<Double> second) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < first.size(); round++) {
            ratios.add(first.get(round) / second.get(round));
        }
        return new Spread(ratios);
    }

    double median() {
        return Times.median(ratios);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                median(),
                ratios.stream().mapToDouble(ratio -> ratio).min().orElseThrow(),
                ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow());
    }
}
