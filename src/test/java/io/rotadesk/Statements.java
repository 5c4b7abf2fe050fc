package io.rotadesk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that this thread sends to our tables. */
public final class Statements extends AppenderBase<ILoggingEvent> {

    private final Thread thread = Thread.currentThread();
    private final List<String> sent = new ArrayList<>();

    private Statements() {}

    /** @return the messages that name them, sorted */
    public static List<String> during(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = log.getLevel();
        Statements statements = new Statements();
        statements.start();
        log.addAppender(statements);
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(statements);
        }
        return statements.sent.stream().sorted().toList();
    }

    /** Called on the thread that logs. */
    @Override
    protected void append(ILoggingEvent event) {
        if (Thread.currentThread() == thread
                && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
            sent.add(event.getFormattedMessage());
        }
    }
}
