package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is evaluated once for the same values, and never answers for others. */
class RememberedFeelTest {

    private static final FeelEngine LIMITED = new LimitedFeel(new EngineWording(Locale.SIMPLIFIED_CHINESE));

    private final Counting counting = new Counting();
    private final RememberedFeel feel = new RememberedFeel(counting);

    @Test
    void aRuleIsEvaluatedOnceForTheSameValues() {
        assertThat(value("a = \"x\"", Map.of("a", "x", "b", 1))).isEqualTo(true);
        assertThat(value("a = \"x\"", Map.of("a", "x", "b", 2))).isEqualTo(true);
        assertThat(value("a = \"x\"", Map.of("a", "y"))).isEqualTo(false);

        assertThat(counting.evaluated).hasSize(2);
    }

    @Test
    void theCellsOfADecisionAreToo() {
        for (int time = 1; time <= 2; time++) {
            assertThat(cell("\"a\",\"b\"", "in", Map.of("in", "b", "other", 1))).isTrue();
            assertThat(cell("\"a\",\"b\"", "in", Map.of("in", "c", "other", "b")))
                    .isFalse();
            assertThat(cell("\"a\",\"b\"", "other", Map.of("in", "c", "other", "b")))
                    .isTrue();
        }

        assertThat(counting.evaluated).hasSize(3);
    }

    @Test
    void aVariableThatIsNotThereIsAnotherCaseThanAnEmptyOne() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("a", null);
        String rule = "is defined(a)";

        for (int time = 1; time <= 2; time++) {
            assertThat(value(rule, empty)).isEqualTo(LIMITED.evaluateSimpleExpression(rule, context(empty)));
            assertThat(value(rule, Map.of())).isEqualTo(LIMITED.evaluateSimpleExpression(rule, context(Map.of())));
        }
        assertThat(counting.evaluated).hasSize(2);
    }

    @Test
    void numbersTextsAndBooleansAreNotTakenForEachOther() {
        for (Object one : List.of(1, "1", true, 1.5, new BigDecimal("1.5"), 1L)) {
            assertThat(value("a", Map.of("a", one)))
                    .isEqualTo(LIMITED.<Object>evaluateSimpleExpression("a", context(Map.of("a", one))));
        }
        assertThat(counting.evaluated).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date(a) < today()",
                "string(now()) = a",
                "if a = \"\" then false else now ( ) > date and time(a)",
                "(today() - date(a)).days > 3",
            })
    void aRuleThatReadsTheTimeIsEvaluatedEachTime(String rule) {
        value(rule, Map.of("a", "2026-03-02"));
        value(rule, Map.of("a", "2026-03-02"));

        assertThat(counting.evaluated).hasSize(2);
    }

    @Test
    void listsDatesAndLongTextsAreNotKept() {
        for (Object value : List.of(
                List.of(1, 2), Map.of("k", 1), LocalDate.of(2026, 3, 2), "长".repeat(RememberedFeel.LONGEST_TEXT + 1))) {
            value("a = null", Map.of("a", value));
        }
        assertThat(value("[a]", Map.of("a", 1))).isEqualTo(List.of(1L));

        assertThat(feel.remembered("a = null")).isZero();
        assertThat(feel.remembered("[a]")).isZero();
    }

    /** Reading may look something up, or fail. */
    @Test
    void nothingIsReadThatTheRuleDoesNotRead() {
        String rule = "if kind = \"a\" then first else second";
        value(rule, Map.of("kind", "a", "first", 1));
        value(rule, Map.of("kind", "b", "second", 2));

        Asked asked = new Asked(Map.of("kind", "b", "second", 2));
        assertThat(feel.<Object>evaluateSimpleExpression(rule, asked)).isEqualTo(2L);
        assertThat(asked.names).containsOnly("kind", "second");
        assertThat(counting.evaluated).hasSize(2);
    }

    @Test
    void aRuleWithoutAResultIsEvaluatedAgain() {
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(FeelException.class).isThrownBy(() -> value("a ===", Map.of("a", 1)));
            assertThatExceptionOfType(TooMuchWork.class)
                    .isThrownBy(() -> value("count(for i in 1..30000000 return i) > a", Map.of("a", 1)));
        }
        assertThat(counting.evaluated).hasSize(4);
    }

    @Test
    void onlyTheLatestCasesAreKept() {
        IntStream.range(0, 100).forEach(number -> value("a", Map.of("a", number)));
        assertThat(feel.remembered("a")).isEqualTo(RememberedFeel.MOST_CASES);

        value("a", Map.of("a", 99));
        assertThat(counting.evaluated).hasSize(100);
        value("a", Map.of("a", 0));
        assertThat(counting.evaluated).hasSize(101);

        IntStream.range(0, RememberedFeel.MOST_RULES).forEach(number -> value("a + " + number, Map.of("a", 1)));
        assertThat(feel.remembered("a")).isZero();
        assertThat(value("a + 1", Map.of("a", 1))).isEqualTo(2L);
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() {
        assertThat(IntStream.range(0, 20_000).parallel().filter(number -> {
                    Object result = value("a + b", Map.of("a", number % 11, "b", number % 3));
                    return !Long.valueOf(number % 11 + number % 3).equals(result);
                }))
                .isEmpty();
    }

    private Object value(String expression, Map<String, Object> variables) {
        return feel.evaluateSimpleExpression(expression, context(variables));
    }

    private boolean cell(String tests, String input, Map<String, Object> variables) {
        return feel.evaluateSimpleUnaryTests(tests, input, context(variables));
    }

    private static VariableContext context(Map<String, Object> variables) {
        return Variables.fromMap(variables).asVariableContext();
    }

    /** Writes down which rules were evaluated. */
    private static class Counting implements FeelEngine {

        final ConcurrentLinkedQueue<String> evaluated = new ConcurrentLinkedQueue<>();

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            evaluated.add(expression);
            return LIMITED.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
            evaluated.add(tests);
            return LIMITED.evaluateSimpleUnaryTests(tests, input, variables);
        }
    }

    /** Writes down which variables were asked for. */
    private static class Asked implements VariableContext {

        final Set<String> names = new HashSet<>();
        private final VariableContext variables;

        Asked(Map<String, Object> variables) {
            this.variables = context(variables);
        }

        @Override
        public TypedValue resolve(String name) {
            names.add(name);
            return variables.resolve(name);
        }

        @Override
        public boolean containsVariable(String name) {
            names.add(name);
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }
    }
}
