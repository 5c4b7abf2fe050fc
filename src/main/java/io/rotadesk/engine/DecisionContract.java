package io.rotadesk.engine;

import java.util.List;
import java.util.Set;

/**
 * The application's requirements for a decision: the columns that it reads, and exactly one answer. Each module offers
 * one such bean for each decision that it, or one of its models, asks.
 *
 * @param decision the id of the decision in its model
 * @param outputs the names of its outputs; a single output must stay single, since it is read without its name
 * @param inputs the variables offered to it; empty if it gets all variables of a process
 */
public record DecisionContract(String decision, List<String> outputs, Set<String> inputs) {

    public DecisionContract {
        outputs = List.copyOf(outputs);
        inputs = Set.copyOf(inputs);
    }

    public static DecisionContract of(String decision, String... outputs) {
        return new DecisionContract(decision, List.of(outputs), Set.of());
    }

    /** @return the same contract for a decision that gets only these variables */
    public DecisionContract offered(String... inputs) {
        return new DecisionContract(decision, outputs, Set.of(inputs));
    }
}
