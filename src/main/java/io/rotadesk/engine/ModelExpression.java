package io.rotadesk.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression in a model. It may compare variables and call methods of model beans, and nothing else. In particular
 * it cannot get from a value to its class, and from there to anything.
 */
record ModelExpression(String text) {

    /** Our expressions have at most 73 characters; longer or deeper logic belongs into a bean. */
    private static final int LENGTH = 1_000;

    private static final int DEPTH = 30;
    /** As Modeler writes it where one process calls another: no other property of anything may be read. */
    private static final String SAME_BUSINESS_KEY = "#{execution.processBusinessKey}";

    private static final Set<String> FUNCTIONS = Set.of("now", "dateTime", "currentUser", "currentUserGroups");
    private static final Set<AstBinary.Operator> COMPUTING =
            Set.of(AstBinary.ADD, AstBinary.SUB, AstBinary.MUL, AstBinary.DIV, AstBinary.MOD);

    /** What a method may return to be a condition; an object may be one. */
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class, Object.class);

    private static final Pattern SINGLE_NAME = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    /** A mistake: a message key and its arguments. */
    record Problem(String message, Object... arguments) {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @return the name if the expression is only a name */
    Optional<String> singleName() {
        Matcher matcher = SINGLE_NAME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @return the names of all variables and beans in it; empty if it is no expression that can be read */
    Set<String> names() {
        if (!isExpression(text) || text.equals(SAME_BUSINESS_KEY)) {
            return Set.of();
        }
        try {
            Set<String> names = new HashSet<>();
            new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build(text)
                    .getIdentifierNodes()
                    .forEach(node -> names.add(node.getName()));
            return names;
        } catch (TreeBuilderException | StackOverflowError refusedElsewhere) {
            return Set.of();
        }
    }

    /**
     * @return the parts of the {@link FormView} that the expression gives, if it is nothing but the call of a bean that
     *     gives one
     */
    Optional<ViewParts> view(ModelBeans beans) {
        if (!isExpression(text) || !text.strip().endsWith("}")) {
            return Optional.empty();
        }
        try {
            Node root = new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build(text.strip())
                    .getRoot();
            return root.getCardinality() == 1 && root.getChild(0) instanceof AstMethod method
                    ? returned(method, beans)
                            .filter(FormView.class::isAssignableFrom)
                            .map(ViewParts::of)
                    : Optional.empty();
        } catch (TreeBuilderException | StackOverflowError refusedElsewhere) {
            return Optional.empty();
        }
    }

    private static Optional<Class<?>> returned(AstMethod call, ModelBeans beans) {
        Node target = call.getChild(0);
        if (!(target instanceof AstDot && target.getChild(0) instanceof AstIdentifier bean)
                || !beans.containsKey(bean.getName())) {
            return Optional.empty();
        }
        return methods(
                        beans,
                        bean.getName(),
                        methodName(target),
                        call.getChild(1).getCardinality())
                .<Class<?>>map(Method::getReturnType)
                .findFirst();
    }

    /** A dot prints as ". name". */
    private static String methodName(Node dot) {
        return dot.toString().substring(1).strip();
    }

    private static Stream<Method> methods(ModelBeans beans, String bean, String name, int parameters) {
        return Arrays.stream(beans.type(bean).getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters);
    }

    /**
     * @return whether it is one expression, with nothing around it, whose value can be true or false. An expression that
     *     cannot be read is reported elsewhere
     */
    boolean canBeTrueOrFalse(ModelBeans beans) {
        if (!isExpression(text)) {
            return false;
        }
        try {
            Node root = new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build(text.strip())
                    .getRoot();
            return root instanceof AstEval && canBeTrueOrFalse(root.getChild(0), beans);
        } catch (TreeBuilderException | StackOverflowError reportedElsewhere) {
            return true;
        }
    }

    private static boolean canBeTrueOrFalse(Node node, ModelBeans beans) {
        if (node instanceof AstNested) {
            return canBeTrueOrFalse(node.getChild(0), beans);
        }
        if (node instanceof AstChoice) {
            return canBeTrueOrFalse(node.getChild(1), beans) && canBeTrueOrFalse(node.getChild(2), beans);
        }
        if (node instanceof AstBinary binary) {
            return !COMPUTING.contains(binary.getOperator());
        }
        if (node instanceof AstUnary unary) {
            return unary.getOperator() != AstUnary.NEG;
        }
        if (node instanceof AstMethod method) {
            return returned(method, beans).map(TRUTH::contains).orElse(true);
        }
        return !(node instanceof AstNumber || node instanceof AstString || node instanceof AstNull);
    }

    /** @param isKnown whether a variable of this name exists */
    List<Problem> problems(ModelBeans beans, Predicate<String> isKnown) {
        if (text.length() > LENGTH) {
            return List.of(new Problem("model.expression.length", LENGTH));
        }
        List<Problem> problems = new ArrayList<>();
        if (text.equals(SAME_BUSINESS_KEY)) {
            return problems;
        }
        try {
            var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text);
            new Walk(beans, isKnown, problems).visit(tree.getRoot(), 0);
        } catch (TreeBuilderException e) {
            problems.add(new Problem("model.expression.syntax", text, e.getMessage()));
        } catch (StackOverflowError nestedTooDeeply) {
            problems.add(new Problem("model.expression.depth", DEPTH));
        }
        return problems;
    }

    private record Walk(ModelBeans beans, Predicate<String> isKnown, List<Problem> problems) {

        void visit(Node node, int depth) {
            if (depth > DEPTH) {
                problems.add(new Problem("model.expression.depth", DEPTH));
            } else if (node instanceof AstMethod method) {
                visitCall(method, depth);
            } else if (node instanceof AstDot || node instanceof AstBracket) {
                problems.add(new Problem("model.expression.property", node.toString()));
            } else if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
                problems.add(new Problem("model.expression.function", function.getName()));
            } else if (node instanceof AstIdentifier identifier) {
                visitVariable(identifier.getName());
            } else {
                visitChildren(node, 0, depth);
            }
        }

        private void visitCall(AstMethod method, int depth) {
            Node target = method.getChild(0);
            if (target instanceof AstDot && target.getChild(0) instanceof AstIdentifier bean) {
                String name = methodName(target);
                if (!beans.containsKey(bean.getName())) {
                    problems.add(new Problem("model.expression.bean", bean.getName(), names()));
                } else if (beans.isDelegate(bean.getName())) {
                    problems.add(new Problem("model.expression.delegate", bean.getName()));
                } else if (methods(
                                beans, bean.getName(), name, method.getChild(1).getCardinality())
                        .findAny()
                        .isEmpty()) {
                    problems.add(new Problem("model.expression.method", bean.getName(), name));
                }
            } else {
                problems.add(new Problem("model.expression.call"));
            }
            visitChildren(method, 1, depth);
        }

        private void visitVariable(String name) {
            if (beans.containsKey(name)) {
                problems.add(new Problem("model.expression.bareBean", name));
            } else if (!isKnown.test(name)) {
                problems.add(new Problem("model.expression.variable", name));
            }
        }

        private void visitChildren(Node node, int from, int depth) {
            for (int i = from; i < node.getCardinality(); i++) {
                visit(node.getChild(i), depth + 1);
            }
        }

        private String names() {
            return beans.names().stream()
                    .filter(name -> !beans.isDelegate(name))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
