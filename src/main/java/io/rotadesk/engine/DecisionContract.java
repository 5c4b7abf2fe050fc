package io.rotadesk.engine;

import java.util.List;
import java.util.Set;

/**
 * What the application needs of a decision: the columns that it reads, and one answer and no more. Each module offers one
 * such bean for each decision that it, or a model of its, asks.
 *
 * @param decision the id of the decision in its model
 * @param outputs the names of its outputs; a single one must stay single, since it is read without its name
 * @param inputs the variables that are offered to it; none when it is asked with all those of a process
 */
public record DecisionContract(String decision, List<String> outputs, Set<String> inputs) {

    public DecisionContract {
        outputs = List.copyOf(outputs);
        inputs = Set.copyOf(inputs);
    }

    public static DecisionContract of(String decision, String... outputs) {
        return new DecisionContract(decision, List.of(outputs), Set.of());
    }

    /** @return the same, for a decision that is offered these variables only */
    public DecisionContract offered(String... inputs) {
        return new DecisionContract(decision, outputs, Set.of(inputs));
    }
}
