package io.rotadesk.coverage;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * The order of a test run: the same on every machine, or shuffled by a seed ({@code mvn verify -Pshuffled
 * -Dseed=4711}). Tests that look back on the whole run come last in both, and those
 * that take longer the more others have left come first. Named in {@code junit-platform.properties}.
 */
public class RunOrder implements ClassOrderer, MethodOrderer {

    private static final String SEED = "rotadesk.seed";

    /** The seed of a shuffled run that names none; the same for all classes of the run. */
    private static final long OWN_SEED = System.nanoTime() & 0xffffff;

    private static final AtomicBoolean said = new AtomicBoolean();

    @Override
    public void orderClasses(ClassOrdererContext context) {
        var classes = context.getClassDescriptors();
        // The file system's order differs from machine to machine.
        classes.sort(Comparator.comparing(type -> type.getTestClass().getName()));
        seed(context.getConfigurationParameter(SEED)).ifPresent(seed -> {
            sayOnce(seed);
            Collections.shuffle(classes, new java.util.Random(seed));
        });
        classes.sort(Comparator.comparing(RunOrder::place));
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        seed(context.getConfigurationParameter(SEED)).ifPresent(seed -> {
            // The seed includes the class, so that a single class is shuffled as in the full run.
            long own = seed ^ context.getTestClass().getName().hashCode();
            Collections.shuffle(context.getMethodDescriptors(), new java.util.Random(own));
        });
    }

    /** Surefire looks for tests class by class before it runs them all. */
    private static void sayOnce(long seed) {
        if (!said.getAndSet(true)) {
            System.out.println("Shuffled order; the same again: mvn verify -Pshuffled -Dseed=" + seed);
        }
    }

    private static int place(ClassDescriptor type) {
        return type.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }

    private static Optional<Long> seed(Optional<String> given) {
        return given.map(seed -> seed.equals("any") ? OWN_SEED : Long.parseLong(seed));
    }
}
