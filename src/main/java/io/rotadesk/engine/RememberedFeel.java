package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Remembers what a rule of a form or a decision gave for the values that it read, and does not evaluate it again for the
 * same values. Rules that read the time are evaluated each time. Only short plain values are remembered, and only a few
 * cases of a rule, the latest.
 */
class RememberedFeel implements FeelEngine {

    /** Far more than all models have; when there are more, all are forgotten. */
    static final int MOST_RULES = 1_000;

    static final int MOST_CASES = 8;
    static final int LONGEST_TEXT = 100;
    private static final int MOST_READS = 8;

    /** Anywhere in the text, so that nothing has to be parsed here. */
    private static final Pattern CHANGES_BY_ITSELF = Pattern.compile("now|today|random");

    /** @param input the variable that tests of a decision's cell are about; null for an expression */
    private record Rule(String text, String input) {}

    /** @param value plain, and null if there is no such variable */
    private record Read(String name, boolean isThere, Object value) {}

    /** @param reads in the order in which the rule read them */
    private record Case(Collection<Read> reads, Object result) {}

    private final FeelEngine feel;
    private final Map<Rule, List<Case>> known = new ConcurrentHashMap<>();

    /** @param feel evaluates what is not known yet */
    RememberedFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return (T) result(
                new Rule(expression, null), variables, values -> feel.evaluateSimpleExpression(expression, values));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        return (boolean) result(
                new Rule(tests, input), variables, values -> feel.evaluateSimpleUnaryTests(tests, input, values));
    }

    /** @return the number of cases that are remembered of an expression */
    int remembered(String expression) {
        return known.getOrDefault(new Rule(expression, null), List.of()).size();
    }

    private Object result(Rule rule, VariableContext variables, Function<VariableContext, Object> evaluation) {
        if (CHANGES_BY_ITSELF.matcher(rule.text()).find()) {
            return evaluation.apply(variables);
        }
        Reader reader = new Reader(variables);
        List<Case> cases = known.getOrDefault(rule, List.of());
        for (Case one : cases) {
            if (reader.reads(one.reads())) {
                return one.result();
            }
        }
        Object result = evaluation.apply(reader);
        if (reader.isPlain() && isPlain(result)) {
            remember(rule, cases, new Case(reader.all(), result));
        }
        return result;
    }

    /** Another thread's case may get lost; it is evaluated once more then. */
    private void remember(Rule rule, List<Case> cases, Case latest) {
        if (known.size() >= MOST_RULES) {
            known.clear();
        }
        List<Case> more = new ArrayList<>(cases.subList(cases.size() < MOST_CASES ? 0 : 1, cases.size()));
        more.add(latest);
        known.put(rule, List.copyOf(more));
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof String text && text.length() <= LONGEST_TEXT;
    }

    /** Reads each variable once, and writes down which. */
    private static final class Reader implements VariableContext {

        private final VariableContext variables;
        private final Map<String, Read> reads = new LinkedHashMap<>();
        private final Map<String, TypedValue> values = new LinkedHashMap<>();
        private boolean wasListed;

        Reader(VariableContext variables) {
            this.variables = variables;
        }

        /**
         * Compares value by value in the rule's order, and so reads nothing that the rule itself would not read: as long as
         * all values were the same, its next one is.
         */
        boolean reads(Collection<Read> known) {
            return known.stream().allMatch(one -> read(one.name()).equals(one));
        }

        boolean isPlain() {
            return !wasListed
                    && reads.size() <= MOST_READS
                    && reads.values().stream().allMatch(read -> RememberedFeel.isPlain(read.value()));
        }

        Collection<Read> all() {
            return List.copyOf(reads.values());
        }

        @Override
        public boolean containsVariable(String name) {
            return read(name).isThere();
        }

        @Override
        public TypedValue resolve(String name) {
            read(name);
            return values.get(name);
        }

        @Override
        public Set<String> keySet() {
            wasListed = true;
            return variables.keySet();
        }

        private Read read(String name) {
            Read known = reads.get(name);
            if (known != null) {
                return known;
            }
            boolean isThere = variables.containsVariable(name);
            TypedValue value = isThere ? variables.resolve(name) : null;
            values.put(name, value);
            Read read = new Read(name, isThere, value == null ? null : value.getValue());
            reads.put(name, read);
            return read;
        }
    }
}
