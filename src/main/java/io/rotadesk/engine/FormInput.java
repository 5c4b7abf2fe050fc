package io.rotadesk.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of a form at the moment when it is sent: the submitted values, over those that were there before. The
 * form's conditions are evaluated on them.
 */
final class FormInput {

    private static final Logger log = LoggerFactory.getLogger(FormInput.class);

    private final Map<String, Object> submitted;
    private final Function<String, Object> before;
    private final Predicate<String> missing;
    private final Set<String> names;
    private final FeelEngine feel;

    /**
     * @param submitted plain values as {@link FormValues} makes them, possibly null, by field key
     * @param before gives the old value of a variable, plain or null
     * @param names the variables that conditions may refer to; without a value they are null, as in the browser
     */
    FormInput(Map<String, Object> submitted, Function<String, Object> before, Set<String> names, FeelEngine feel) {
        this(submitted, before, name -> false, names, feel);
    }

    /** @param missing whether an old value is there, but could not be looked up */
    FormInput(
            Map<String, Object> submitted,
            Function<String, Object> before,
            Predicate<String> missing,
            Set<String> names,
            FeelEngine feel) {
        this.submitted = submitted;
        this.before = before;
        this.missing = missing;
        this.names = new HashSet<>(names);
        this.names.addAll(submitted.keySet());
        this.feel = feel;
    }

    /** @return the FEEL engine of the decisions */
    static FeelEngine feel(ProcessEngineConfigurationImpl engine) {
        return engine.getDmnEngineConfiguration().getFeelEngine();
    }

    boolean isSubmitted(String key) {
        return submitted.containsKey(key);
    }

    Set<String> submittedKeys() {
        return submitted.keySet();
    }

    /** @return the submitted value, even if it is null, else the old one */
    Object value(String key) {
        return submitted.containsKey(key) ? submitted.get(key) : before.apply(key);
    }

    Object before(String key) {
        return before.apply(key);
    }

    boolean isMissing(String key) {
        return missing.test(key);
    }

    boolean isTrue(String expression) {
        return Boolean.TRUE.equals(evaluate(expression));
    }

    /**
     * @param expression FEEL, with the equals sign that form schemas put before it
     * @return its plain value; null if it cannot be evaluated, as in the browser
     * @throws TooMuchWork if it computes more than a form may
     */
    Object evaluate(String expression) {
        try {
            return FormValues.plain(feel.evaluateSimpleExpression(expression.replaceFirst("^=", ""), variables()));
        } catch (FeelException e) {
            log.warn("The form expression '{}' has no value: {}", expression, e.getMessage());
            return null;
        }
    }

    private VariableContext variables() {
        return new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                return Variables.untypedValue(value(name));
            }

            @Override
            public boolean containsVariable(String name) {
                return names.contains(name);
            }

            @Override
            public Set<String> keySet() {
                return names;
            }
        };
    }
}
