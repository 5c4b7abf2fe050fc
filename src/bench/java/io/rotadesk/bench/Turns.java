package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures several systems in turns, so that other work on the machine affects all of them; each round in the opposite
 * order of the one before it.
 */
final class Turns {

    private Turns() {}

    /** @return the results of each system, round by round */
    static <S, R> Map<S, List<R>> take(int rounds, List<S> systems, Function<S, R> measure) {
        Map<S, List<R>> results = new LinkedHashMap<>();
        systems.forEach(system -> results.put(system, new ArrayList<>()));
        List<S> order = new ArrayList<>(systems);
        for (int round = 0; round < rounds; round++) {
            order.forEach(system -> results.get(system).add(measure.apply(system)));
            Collections.reverse(order);
        }
        return results;
    }
}
