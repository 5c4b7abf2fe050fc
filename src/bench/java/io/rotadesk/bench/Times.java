package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Measured times, in milliseconds. */
final class Times {

    private final List<Double> millis = new ArrayList<>();

    <T> T measure(Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        millis.add((System.nanoTime() - began) / 1e6);
        return result;
    }

    void add(double time) {
        millis.add(time);
    }

    int size() {
        return millis.size();
    }

    /** @return the shortest time for 0; 0 when nothing was measured */
    double percentile(double percent) {
        List<Double> sorted = new ArrayList<>(millis);
        if (sorted.isEmpty()) {
            return 0;
        }
        Collections.sort(sorted);
        int place = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.max(0, Math.min(sorted.size() - 1, place)));
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
