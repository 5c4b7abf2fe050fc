package io.rotadesk.engine;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import io.rotadesk.platform.input.SafeText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The FEEL of forms and of decisions: only what {@link FeelRules} allow is evaluated, on the caller's thread, and it stops
 * when the command's {@link Budget} is spent. Expressions are parsed once and the table of functions is built once, which
 * the engine's own FEEL does for each evaluation.
 */
class LimitedFeel extends ScalaFeelEngine {

    /** The length to which an expression is cut in a message. */
    private static final int SHOWN = 80;

    private final EngineWording messages;

    LimitedFeel(EngineWording messages) {
        super(List.of());
        this.messages = messages;
    }

    /** @throws TooMuchWork if it computes more than is allowed */
    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        try {
            return super.evaluateSimpleExpression(expression, variables);
        } catch (Budget.Spent e) {
            throw tooMuch(expression);
        }
    }

    /** @throws TooMuchWork if it computes more than is allowed */
    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        try {
            return super.evaluateSimpleUnaryTests(tests, input, variables);
        } catch (Budget.Spent e) {
            throw tooMuch(tests);
        }
    }

    private TooMuchWork tooMuch(String expression) {
        return new TooMuchWork(messages.get("feel.tooMuchWork", SafeText.shortened(expression, SHOWN)));
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new Limited(values);
    }

    @SuppressWarnings("deprecation")
    private static final class Limited extends FeelEngine {

        /** Far more than all models have; the texts only come from models. */
        private static final int MOST_REMEMBERED = 10_000;

        private final Map<String, FeelRules.Read> expressions = new ConcurrentHashMap<>();
        private final Map<String, FeelRules.Read> tests = new ConcurrentHashMap<>();
        private final FunctionProvider functions;

        Limited(ValueMapper values) {
            super(
                    FeelEngine.defaultFunctionProvider(),
                    values,
                    FeelEngine.defaultConfiguration(),
                    FeelEngine.defaultClock());
            this.functions = new BuiltinFunctions(clock(), values);
        }

        @Override
        public Either<Failure, Object> evalExpression(String expression, Context context) {
            return evaluate(read(expression, expressions, FeelRules::expression), context);
        }

        @Override
        public Either<Failure, Object> evalUnaryTests(String text, Context context) {
            return evaluate(read(text, tests, FeelRules::unaryTests), context);
        }

        private static FeelRules.Read read(
                String text, Map<String, FeelRules.Read> remembered, Function<String, FeelRules.Read> reader) {
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.clear();
            }
            return remembered.computeIfAbsent(text, reader);
        }

        private Either<Failure, Object> evaluate(FeelRules.Read read, Context context) {
            if (read.isRefused()) {
                // Deployed before this was refused: it is stopped, so that no rule passes because of a missing result.
                throw new Budget.Spent();
            }
            if (read.tree() == null) {
                return failed(read.problem());
            }
            EvalContext scope = new EvalContext(
                    valueMapper(), VariableProvider.EmptyVariableProvider$.MODULE$, functions, new NoFailures());
            try {
                Val value = new LimitedInterpreter(valueMapper(), Budget.current())
                        .eval(read.tree().expression(), scope.merge(context));
                return value instanceof ValError || value instanceof ValFatalError
                        ? failed(value.toString())
                        : new Right<>(valueMapper().unpackVal(value));
            } catch (Budget.Spent spent) {
                throw spent;
            } catch (StackOverflowError e) {
                throw new Budget.Spent();
            } catch (RuntimeException e) {
                return failed(e.toString());
            }
        }

        private static Either<Failure, Object> failed(String why) {
            return new Left<>(new Failure(why));
        }
    }

    /** The engine records failed comparisons for each item of a list; nobody reads them. */
    private static final class NoFailures extends EvaluationFailureCollector {

        @Override
        public void addFailure(EvaluationFailureType kind, String message) {
            // Nothing is recorded.
        }
    }
}
