package io.rotadesk.coverage;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Knows all test classes, and which of them took part in this run. JUnit finds it by {@code META-INF/services}. */
public class TestRun implements ExecutionCondition {

    /** For {@link Order}: before all other classes. */
    public static final int FIRST = 0;

    /** For {@link Order}: after all other classes. */
    static final int LAST = Integer.MAX_VALUE;

    private static final Set<String> classesInThisRun = new ConcurrentSkipListSet<>();
    private static final ConditionEvaluationResult GO_ON = ConditionEvaluationResult.enabled(null);

    /** Never disables anything: JUnit asks it about every class, even one that another condition disables. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        context.getTestClass().map(Class::getName).ifPresent(classesInThisRun::add);
        return GO_ON;
    }

    /** @return the names of test classes that should have taken part and did not; empty after a full run */
    static Set<String> missingClasses() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : testClasses()) {
            boolean lookingBack = type.isAnnotationPresent(Order.class)
                    && type.getAnnotation(Order.class).value() == LAST;
            // The scenarios of an abstract class are run by those that extend it.
            if (!Modifier.isAbstract(type.getModifiers())
                    && !lookingBack
                    && !isBenchmark(type)
                    && hasJupiterTests(type)
                    && !classesInThisRun.contains(type.getName())) {
                missing.add(type.getName());
            }
        }
        return missing;
    }

    /** @return every class of ours that has test methods */
    static List<Class<?>> testClasses() {
        Predicate<Class<?>> hasTests = type -> !testMethods(type).isEmpty();
        return ReflectionSupport.findAllClassesInPackage("io.rotadesk", hasTests, name -> true);
    }

    static List<Method> testMethods(Class<?> type) {
        return ReflectionSupport.findMethods(
                type, method -> AnnotationSupport.isAnnotated(method, Testable.class), HierarchyTraversalMode.TOP_DOWN);
    }

    /** Other engines, as that of property-based tests, do not ask this condition; such classes pass no model of ours. */
    private static boolean hasJupiterTests(Class<?> type) {
        return testMethods(type).stream()
                .anyMatch(method -> Stream.of(Test.class, TestTemplate.class, TestFactory.class)
                        .anyMatch(annotation -> AnnotationSupport.isAnnotated(method, annotation)));
    }

    private static boolean isBenchmark(Class<?> type) {
        return Tags.of(type).contains("bench");
    }
}
