package io.rotadesk.platform.database;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises failures because the database is away or does not answer; such work may be tried again. */
public final class DatabaseTrouble {

    /** Insufficient resources; shutting down or starting; turned read-only; lost against another transaction. */
    private static final Set<String> STATES = Set.of("53300", "57P01", "57P02", "57P03", "25006", "40001", "40P01");

    private static final int DEEPEST = 50;

    private static final String CONNECTION = "08";

    private DatabaseTrouble() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof SQLException sql && isTrouble(sql.getSQLState()));
    }

    private static boolean isTrouble(String state) {
        return state != null && (state.startsWith(CONNECTION) || STATES.contains(state));
    }
}
