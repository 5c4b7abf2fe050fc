package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Checks which decision of a file requires which other. The engine follows every path to the required decisions, so a
 * graph that is small on paper can have too many.
 */
final class DecisionRequirements {

    /** With more paths than this from one decision nobody understands the drawing. */
    private static final int MOST_WAYS = 200;

    private final Map<String, Element> decisions = new HashMap<>();
    private final Map<String, List<String>> required = new HashMap<>();

    DecisionRequirements(ModelFile file) {
        file.forEach(element -> {
            switch (element.getLocalName()) {
                case "decision" -> decisions.put(element.getAttribute("id"), element);
                case "requiredDecision" ->
                    required.computeIfAbsent(ModelFile.around(element, "decision"), id -> new ArrayList<>())
                            .add(element.getAttribute("href").replaceFirst("^#", ""));
                default -> {}
            }
        });
    }

    /** @return a decision that requires itself, or has too many paths */
    Optional<Element> problem() {
        return decisions.entrySet().stream()
                .filter(decision -> ways(decision.getKey(), 0, 0) > MOST_WAYS)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private int ways(String decision, int depth, int before) {
        if (depth > MOST_WAYS || before > MOST_WAYS) {
            return MOST_WAYS + 1;
        }
        int ways = before + 1;
        for (String other : required.getOrDefault(decision, List.of())) {
            ways = ways(other, depth + 1, ways);
        }
        return ways;
    }
}
