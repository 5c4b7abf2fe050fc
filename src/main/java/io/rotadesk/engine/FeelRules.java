package io.rotadesk.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.util.Either;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;

/**
 * Checks what a FEEL expression of a form or a decision contains. It may compare, compute, and search an existing list.
 * Refused is everything that can run for ever or fill the memory: iterating over a range of numbers, self-defined
 * functions, deeply nested lists, functions that take a pattern. Parses and never evaluates.
 */
final class FeelRules {

    static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;
    private static final int LOOPS_WITHIN_LOOPS = 2;

    /** Nodes of the syntax tree whose work is not limited by existing data, and how people write them. */
    private static final Map<String, String> REFUSED_NODES = Map.of(
            "IterationContext", "1..n",
            "FunctionDefinition", "function(…)",
            "JavaFunctionInvocation", "function(…)",
            "QualifiedFunctionInvocation", "a.b(…)",
            "Exponentiation", "**");

    private static final Set<String> LOOPS = Set.of("For", "SomeItem", "EveryItem", "Filter");

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "after",
            "all",
            "any",
            "append",
            "before",
            "coincides",
            "concatenate",
            "contains",
            "context",
            "context merge",
            "context put",
            "count",
            "date",
            "date and time",
            "day of week",
            "day of year",
            "distinct values",
            "duplicate values",
            "duration",
            "during",
            "ends with",
            "even",
            "finished by",
            "finishes",
            "flatten",
            "get entries",
            "get or else",
            "get value",
            "includes",
            "index of",
            "insert before",
            "is blank",
            "is defined",
            "is empty",
            "last day of month",
            "list contains",
            "lower case",
            "max",
            "mean",
            "median",
            "meets",
            "met by",
            "min",
            "mode",
            "modulo",
            "month of year",
            "not",
            "now",
            "number",
            "odd",
            "overlaps",
            "overlaps after",
            "overlaps before",
            "product",
            "remove",
            "reverse",
            "sqrt",
            "started by",
            "starts",
            "starts with",
            "stddev",
            "string",
            "string join",
            "string length",
            "sublist",
            "substring",
            "substring after",
            "substring before",
            "sum",
            "time",
            "today",
            "trim",
            "union",
            "upper case",
            "week of year",
            "years and months duration");

    private static final Set<String> ROUNDING =
            Set.of("ceiling", "decimal", "floor", "round down", "round half down", "round half up", "round up");
    private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(20);

    @SuppressWarnings("deprecation")
    private static final FeelEngine PARSER = new FeelEngine.Builder().build();

    private FeelRules() {}

    /**
     * A parsed expression.
     *
     * @param tree null if there is a problem
     * @param problem the key of the message that says what is wrong, with the expression and the detail as arguments;
     *     null if nothing is
     * @param detail the part that the problem concerns, possibly empty
     */
    record Read(ParsedExpression tree, String problem, String detail) {

        /** Whether it is valid FEEL, but may not be evaluated. */
        boolean isRefused() {
            return problem != null && !problem.equals("model.formFeel");
        }
    }

    /** @param expression FEEL, without the equals sign that form schemas put before it */
    static Read expression(String expression) {
        return read(expression, false);
    }

    /** @param tests an entry in a column of a decision table */
    static Read unaryTests(String tests) {
        return read(tests, true);
    }

    @SuppressWarnings("deprecation")
    private static Read read(String text, boolean tests) {
        if (text.length() > LONGEST) {
            return new Read(null, "model.feelTooLong", String.valueOf(LONGEST));
        }
        if (nesting(text) > DEEPEST) {
            return new Read(null, "model.feelTooDeep", String.valueOf(DEEPEST));
        }
        try {
            Either<FeelEngine.Failure, ParsedExpression> parsed =
                    tests ? PARSER.parseUnaryTests(text) : PARSER.parseExpression(text);
            if (parsed.isLeft()) {
                return new Read(null, "model.formFeel", "");
            }
            ParsedExpression tree = parsed.toOption().get();
            String refused = refusedPart(tree.expression(), 0);
            return refused == null ? new Read(tree, null, "") : new Read(null, "model.feelRefused", refused);
        } catch (StackOverflowError e) {
            return new Read(null, "model.feelTooDeep", String.valueOf(DEEPEST));
        }
    }

    /** Counts nested brackets before the parser descends into them; brackets in texts count too. */
    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    /**
     * @return the name of the refused part in this part of the tree, or null; {@code loops} is the number of loops
     *     around it
     */
    private static String refusedPart(Object part, int loops) {
        if (part instanceof Iterable<?> items) {
            return refusedIn(items.iterator(), loops, loops);
        }
        if (!(part instanceof Product node)) {
            return null;
        }
        int inner = loops;
        if (node instanceof Exp) {
            String kind = node.productPrefix();
            if (REFUSED_NODES.containsKey(kind)) {
                return REFUSED_NODES.get(kind);
            }
            if (node instanceof FunctionInvocation call && !isAllowed(call)) {
                return call.function() + "(…)";
            }
            if (LOOPS.contains(kind) && !isPosition(node)) {
                inner++;
                if (inner > LOOPS_WITHIN_LOOPS || iterators(node) > 1) {
                    return kind;
                }
            }
        }
        // The list of a loop comes first and is evaluated once, before the loop.
        return refusedIn(node.productIterator(), loops, inner);
    }

    private static String refusedIn(Iterator<?> parts, int first, int others) {
        int loops = first;
        while (parts.hasNext()) {
            String refused = refusedPart(parts.next(), loops);
            if (refused != null) {
                return refused;
            }
            loops = others;
        }
        return null;
    }

    private static boolean isAllowed(FunctionInvocation call) {
        boolean roundsToDigits = ROUNDING.contains(call.function());
        if (!roundsToDigits) {
            return FUNCTIONS.contains(call.function());
        }
        // Allowed only with a literal number of digits within the limit.
        return call.params() instanceof PositionalFunctionParameters numbers
                && (numbers.params().size() < 2
                        || numbers.params().apply(1) instanceof ConstNumber digits
                                && digits.value().abs().bigDecimal().compareTo(MOST_DIGITS) <= 0);
    }

    private static boolean isPosition(Product loop) {
        return loop instanceof Filter filter
                && (filter.filter() instanceof ConstNumber || filter.filter() instanceof ArithmeticNegation);
    }

    /**
     * The number of iterators of a loop. The interpreter builds their whole product in memory before the first step.
     */
    private static int iterators(Product loop) {
        return loop.productElement(0) instanceof List<?> several && !(loop instanceof Filter) ? several.size() : 1;
    }
}
