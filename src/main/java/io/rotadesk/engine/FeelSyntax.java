package io.rotadesk.engine;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Whether FEEL can be read. It is never evaluated here: an expression may run for as long as it likes. */
final class FeelSyntax {

    /** What is longer or deeper belongs into a table of its own. */
    private static final int LENGTH = 2_000;

    private static final int DEPTH = 20;

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private FeelSyntax() {}

    /** @return the message that says what is wrong with an expression; nothing at all is right */
    static Optional<String> problem(String expression) {
        return problem(expression, FEEL::parseExpression);
    }

    /** @return the message that says what is wrong with a unary test, as in a cell of a decision table */
    static Optional<String> problemOfTest(String test) {
        return problem(test, FEEL::parseUnaryTests);
    }

    private static Optional<String> problem(String feel, Function<String, ParseResult> parser) {
        if (feel.isEmpty()) {
            return Optional.empty();
        }
        if (feel.length() > LENGTH || depth(feel) > DEPTH) {
            return Optional.of("model.feelSize");
        }
        try {
            return parser.apply(feel).isSuccess() ? Optional.empty() : Optional.of("model.feel");
        } catch (StackOverflowError nestedTooDeeply) {
            return Optional.of("model.feelSize");
        }
    }

    /** Brackets of any kind, and words that open something; what stands in quotes counts too, which does no harm. */
    private static int depth(String feel) {
        int depth = 0;
        int deepest = 0;
        for (char character : feel.toCharArray()) {
            if ("([{".indexOf(character) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(character) >= 0) {
                depth--;
            }
        }
        int words = feel.split("\\b(if|for|some|every|function|not)\\b", -1).length - 1;
        return Math.max(deepest, words);
    }
}
