package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rotadesk.RotaDeskTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No expression of a form or a decision runs for ever, fills the memory or breaks the stack, wherever it stands. */
@RotaDeskTest
class FeelLimitsTest {

    private static final String FORM = """
            {"id":"limits","type":"default","components":[
              {"type":"textfield","id":"Field_a","key":"a","label":"甲","conditional":{"hide":"=%s"}}]}
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    FeelEngine feel;

    @BeforeEach
    void feel() {
        feel = FormInput.feel(engine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..30000000 return i) > 0",
                "some i in 1..30000000 satisfies i < 0",
                "every i in 30000000..1 satisfies i > 0",
                "count(for i in 1..3, j in 1..3 return i) > 0",
                "count(for i in [1,2], j in [1,2] return i) > 0",
                "count(for i in a return for j in a return for k in a return 1) > 0",
                "count(a[count(a[count(a[item > 1]) > 1]) > 1]) > 1",
                "{f: function(n) f(n), r: f(1)}.r",
                "(function(n) n)(1)",
                "{f: function(x) external {java: {class: 'java.lang.Math', method signature: 'abs(int)'}}}.f(1)",
                "floor(10 ** 999999999) > 0",
                "decimal(1, 2000000000) > 0",
                "round up(1/3, a) > 0",
                "matches(a, '^(a+)+$')",
                "replace(a, '(a|aa)+$', 'b') = a",
                "count(split(a, '(x+x+)+y')) > 0",
                "count(sort(a, function(x, y) x < y)) > 0",
            })
    void anExpressionThatMayNeverEndIsRefusedInAForm(String expression) {
        String message = refusal(form(expression.replace('\'', '"')));

        assertThat(message).contains("limits.form，Field_a：FEEL 表达式").containsPattern("它可能一直算不完|写错了");
    }

    @Test
    void anExpressionThatIsTooDeepOrTooLongIsAFindingEverywhere() {
        for (String nested : List.of("(", "[", "{a:", "not(", "count(", "1+(", "if true then (")) {
            assertThat(refusal(form(nested.repeat(5_000)))).contains("Field_a：FEEL 表达式");
        }
        assertThat(refusal(form("(".repeat(500) + "1" + ")".repeat(500) + " = 1")))
                .contains("括号层数太多");
        assertThat(refusal(form("1 +".repeat(5_000) + "1 = 1"))).contains("太长");
        assertThat(refusal(form("if true then ".repeat(100) + "1" + " else 1".repeat(100))))
                .doesNotContain("StackOverflow");
        assertThat(refusal(repository
                        .createDeployment()
                        .addString(
                                "limits.form",
                                "{\"id\":\"limits\",\"components\":[{\"type\":\"text\",\"id\":\"T\",\"text\":\"{{#if"
                                        + " count(for i in 1..9 return i) > 0}}x{{/if}}\"}]}")))
                .contains("T：FEEL 表达式");
        assertThat(refusal(repository
                        .createDeployment()
                        .addString(
                                "limits.form",
                                "{\"id\":\"limits\",\"components\":[{\"type\":\"select\",\"id\":\"S\",\"key\":\"s\",\"values\":[{\"label\":\"=count(for"
                                        + " i in 1..9 return i)\",\"value\":\"1\"}]}]}")))
                .contains("S：FEEL 表达式");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = null or a = \"\"",
                "not(some t in list satisfies t.value = a and t.sensitive = \"yes\")",
                "count(list[value = a]) > 0",
                "list[1].value = a",
                "a in [1..10] or a in (\"x\", \"y\")",
                "if a = \"x\" then true else date(\"2026-01-01\") < today()",
                "count(for t in list return t.value) > round up(1.55, 1)",
                "contains(lower case(a), \"x\") and string length(a) > 3",
            })
    void expressionsThatFormsNeedAreAccepted(String expression) {
        assertThat(FeelRules.expression(expression).problem()).isNull();
    }

    @Test
    void anAcceptedExpressionStopsWhenItHasComputedTooMuch() {
        List<Integer> list = Collections.nCopies(1_900, 1);
        String loops = "count(for x in list return some y in list satisfies x + y < 0) = 1";

        assertThat(catchThrowable(() -> feel.evaluateSimpleExpression(
                        loops, Variables.putValue("list", list).asVariableContext())))
                .isInstanceOf(TooMuchWork.class)
                .hasMessageContaining("算得太久");
        assertThatExceptionOfType(TooMuchWork.class)
                .isThrownBy(() -> feel.evaluateSimpleUnaryTests(
                        loops, "in", Variables.putValue("list", list).asVariableContext()));
    }

    @Test
    void nothingTooLargeToBeComputedWithIsMade() {
        String doubled = "{a: \"0123456789\"" + doublings() + "}.z23";
        assertThatExceptionOfType(TooMuchWork.class).isThrownBy(() -> value(doubled, Map.of()));
        String lists = "{a: [1,2,3,4]" + doublings().replaceAll("(\\w+)\\+(\\w+)", "concatenate($1,$2)") + "}.z23";
        assertThatExceptionOfType(TooMuchWork.class).isThrownBy(() -> value(lists, Map.of()));
        assertThatExceptionOfType(TooMuchWork.class)
                .isThrownBy(() -> value("floor(number(n))", Map.of("n", "1e999999999")));
        assertThatExceptionOfType(TooMuchWork.class).isThrownBy(() -> value("n + n", Map.of("n", "长".repeat(200_000))));
        assertThatExceptionOfType(TooMuchWork.class)
                .isThrownBy(() -> value("count(n)", Map.of("n", Collections.nCopies(100_000, "x"))));
    }

    private static String doublings() {
        StringBuilder entries = new StringBuilder();
        String last = "a";
        for (int i = 1; i <= 23; i++) {
            entries.append(", z")
                    .append(i)
                    .append(": ")
                    .append(last)
                    .append('+')
                    .append(last);
            last = "z" + i;
        }
        return entries.toString();
    }

    @Test
    void anExpressionDeployedBeforeHasNoResultAndLetsNothingThrough() {
        assertThatExceptionOfType(TooMuchWork.class)
                .isThrownBy(() -> value("count(for i in 1..30000000 return i) > 0", Map.of()));
        assertThatExceptionOfType(TooMuchWork.class).isThrownBy(() -> value("(".repeat(5_000), Map.of()));
    }

    @Test
    void aTextThatIsNoFeelHasNoValueAsBefore() {
        assertThatExceptionOfType(FeelException.class).isThrownBy(() -> value("a ===", Map.of("a", 1)));
    }

    @Test
    void valuesComeOutAsTheEnginesOwnFeelGivesThem() {
        assertThat(value("a + 1", Map.of("a", 1))).isEqualTo(2L);
        assertThat(value("[a, \"x\", true, null]", Map.of("a", 1.5)))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(1.5, "x", true, null);
        assertThat(value("list[v = 2].n[1]", Map.of("list", List.of(Map.of("v", 2, "n", "zwei")))))
                .isEqualTo("zwei");
        assertThat(feel.evaluateSimpleUnaryTests(
                        "\"a\",\"b\"", "in", Variables.putValue("in", "b").asVariableContext()))
                .isTrue();
        assertThat(feel.evaluateSimpleUnaryTests(
                        "[1..5]", "in", Variables.putValue("in", 6).asVariableContext()))
                .isFalse();
    }

    @Test
    void aDecisionStopsTooAndTheNextOneIsAnswered() {
        List<Integer> list = Collections.nCopies(1_900, 1);
        String id = repository
                .createDeployment()
                .addString("heavy.dmn", """
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="D" namespace="x">
                        <decision id="heavy" name="heavy" camunda:historyTimeToLive="P1D"><variable id="v" name="r"/>
                        <literalExpression id="L"><text>count(for x in list return some y in list satisfies x + y &lt; 0)</text></literalExpression></decision></definitions>
                        """)
                .deploy()
                .getId();
        try {
            assertThatThrownBy(() -> decisions
                            .evaluateDecisionByKey("heavy")
                            .variables(Map.of("list", list))
                            .evaluate())
                    .rootCause()
                    .isInstanceOf(TooMuchWork.class)
                    .hasMessageContaining("算得太久");

            assertThat(decisions
                            .evaluateDecisionByKey("heavy")
                            .variables(Map.of("list", List.of(1)))
                            .evaluate()
                            .getSingleResult()
                            .<Object>getSingleEntry())
                    .isEqualTo(1L);
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    @Test
    void refusingIsAMatterOfAMoment() {
        assertThat(Budget.PROCESSOR_TIME).isLessThanOrEqualTo(Duration.ofSeconds(2));
        long before = Runtime.getRuntime().totalMemory();
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(TooMuchWork.class)
                    .isThrownBy(() -> value("count(for i in 1..30000000 return i) > 0", Map.of()));
        }
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(1_000_000_000L);
    }

    private Object value(String expression, Map<String, Object> variables) {
        return feel.evaluateSimpleExpression(
                expression, Variables.fromMap(variables).asVariableContext());
    }

    private DeploymentBuilder form(String expression) {
        return repository.createDeployment().addString("limits.form", FORM.formatted(expression.replace("\"", "\\\"")));
    }

    private static String refusal(DeploymentBuilder deployment) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, deployment::deploy);
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }
}
