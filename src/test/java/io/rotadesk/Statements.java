package io.rotadesk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that this thread sends to the database. */
public final class Statements extends AppenderBase<ILoggingEvent> {

    private static final String OURS = JdbcTemplate.class.getName();
    private static final String THE_ENGINES = "org.camunda.bpm.engine.impl.persistence.entity";
    private static final List<String> BEGINNINGS = List.of("Executing prepared SQL statement", "==>  Preparing");

    private final Thread thread = Thread.currentThread();
    private final List<String> sent = new ArrayList<>();

    private Statements() {}

    /** @return the messages that name the statements to our tables, sorted */
    public static List<String> during(Runnable work) {
        return during(work, OURS);
    }

    /** The same with the statements of the engine to its own tables. */
    public static List<String> withTheEngine(Runnable work) {
        return during(work, OURS, THE_ENGINES);
    }

    private static List<String> during(Runnable work, String... names) {
        Map<Logger, Level> before = new LinkedHashMap<>();
        Stream.of(names)
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .forEach(log -> before.put(log, log.getLevel()));
        Statements statements = new Statements();
        statements.start();
        before.keySet().forEach(log -> {
            log.addAppender(statements);
            log.setLevel(Level.DEBUG);
            log.setAdditive(false);
        });
        try {
            work.run();
        } finally {
            before.forEach((log, level) -> {
                log.setLevel(level);
                log.setAdditive(true);
                log.detachAppender(statements);
            });
        }
        return statements.sent.stream().sorted().toList();
    }

    /** Called on the thread that logs. */
    @Override
    protected void append(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        if (Thread.currentThread() == thread && BEGINNINGS.stream().anyMatch(message::startsWith)) {
            sent.add(message);
        }
    }
}
