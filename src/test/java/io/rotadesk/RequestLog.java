package io.rotadesk;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/**
 * Records the log of the application while it answers requests of this test, with stack traces, whatever the screen
 * shows. Other threads are ignored, since the work of a timer at the same moment is no answer. A parameter of a test
 * method, with {@code @ExtendWith(RequestLog.class)}.
 */
public class RequestLog extends AppenderBase<ILoggingEvent>
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final String REQUEST_THREADS = "http-nio";

    private final StringBuffer text = new StringBuffer();

    /** @return one line an event, and the lines of its stack trace */
    public String getAll() {
        return text.toString();
    }

    public List<String> lines() {
        return getAll().lines().toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThreadName().startsWith(REQUEST_THREADS)) {
            text.append(event.getLevel())
                    .append(' ')
                    .append(event.getLoggerName())
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .append('\n');
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        text.setLength(0);
        setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        start();
        loggers().forEach(logger -> logger.addAppender(this));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        loggers().forEach(logger -> logger.detachAppender(this));
        stop();
    }

    /** The loggers that write by themselves: the root, and loggers that do not pass events on to it. */
    private static Stream<Logger> loggers() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLoggerList().stream()
                        .filter(logger ->
                                logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME) || !logger.isAdditive());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RequestLog.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return this;
    }
}
