package io.rotadesk.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The application's requirements for a decision: the columns that it reads, and exactly one answer. Each module offers
 * one such bean for each decision that it, or one of its models, asks.
 *
 * @param decision the id of the decision in its model
 * @param outputs the names of its outputs; a single output must stay single, since it is read without its name
 * @param inputs the variables offered to it; empty if it gets all variables of a process
 * @param answers the only texts that are understood as the value of an output, by its name; any text where it has none
 */
public record DecisionContract(
        String decision, List<String> outputs, Set<String> inputs, Map<String, Set<String>> answers) {

    public DecisionContract {
        outputs = List.copyOf(outputs);
        inputs = Set.copyOf(inputs);
        answers = Map.copyOf(answers);
    }

    public static DecisionContract of(String decision, String... outputs) {
        return new DecisionContract(decision, List.of(outputs), Set.of(), Map.of());
    }

    /** @return the same contract for a decision that gets only these variables */
    public DecisionContract offered(String... inputs) {
        return new DecisionContract(decision, outputs, Set.of(inputs), answers);
    }

    /** @return the same contract for a decision whose output has one of these texts as its value */
    public DecisionContract answering(String output, String... texts) {
        return new DecisionContract(decision, outputs, inputs, Map.of(output, Set.of(texts)));
    }
}
