package io.rotadesk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.PropertyDefinerBase;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.slf4j.LoggerFactory;

/**
 * Writes the log of a test run into a file of its own, so that a green run is readable on the screen. The file says
 * which test begins, and the screen says where to look if one fails. See {@code logback-test.xml}.
 */
public class TestLog extends PropertyDefinerBase implements BeforeEachCallback, TestWatcher {

    /** Named for the time at which this JVM began, however often logging is initialised in it. */
    private static final String FILE = "target/test-logs/"
            + DateTimeFormatter.ofPattern("MMdd-HHmmss")
                    .format(Instant.ofEpochMilli(
                                    ManagementFactory.getRuntimeMXBean().getStartTime())
                            .atZone(ZoneId.systemDefault()))
            + "-" + ProcessHandle.current().pid() + ".log";

    @Override
    public String getPropertyValue() {
        return FILE;
    }

    /** An application that another test started in this JVM may have made the log quieter; tests count its lines. */
    @Override
    public void beforeEach(ExtensionContext test) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        LoggerFactory.getLogger(TestLog.class).info("=== {}", name(test));
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        LoggerFactory.getLogger(TestLog.class).info("=== failed: {}", name(test), cause);
        System.out.println("What was logged: " + FILE + ", from \"=== " + name(test) + "\"");
    }

    private static String name(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName() + " " + test.getDisplayName();
    }
}
