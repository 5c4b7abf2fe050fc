package io.rotadesk.bench;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that is handled, and the systems that handle it.
 *
 * @param key the key of its results, and the word for what is counted: calls, visits or matters
 * @param title the words for it in headings
 * @param sameModel the bare engine with our models as they are
 * @param others further systems
 */
record Rivals(String key, String title, System ours, System sameModel, List<System> others) {

    /**
     * A system.
     *
     * @param dataSource that it uses
     * @param database the same database, for statements that take their time
     */
    record System(Handler handler, CountedStatements dataSource, JdbcClient database) {

        String name() {
            return handler.name();
        }
    }

    List<System> all() {
        return Stream.concat(Stream.of(ours, sameModel), others.stream()).toList();
    }
}
