package io.rotadesk.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code account}. A user of the engine without a row is in good standing. */
@Repository
class AccountStates {

    /**
     * @param mustChangePassword whether the password came from somebody else and is good for nothing but being changed
     * @param closed whether the person may not log in any more
     * @param epoch see {@link DeskUser#epoch()}
     */
    record State(boolean mustChangePassword, boolean closed, int epoch) {
        static final State UNKNOWN = new State(false, false, 0);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    State of(String login) {
        return jdbc.sql("select must_change_password, closed, epoch from account where login = :login")
                .param("login", login)
                .query(State.class)
                .optional()
                .orElse(State.UNKNOWN);
    }

    /** Of these logins those whose accounts are closed. */
    Set<String> closed(Collection<String> logins) {
        return Set.copyOf(jdbc.sql("select login from account where closed and login = any (:logins)")
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Map<String, AccountStatus> statuses(Collection<String> logins) {
        Map<String, AccountStatus> statuses = new HashMap<>();
        jdbc.sql("""
                        select a.login, a.closed, a.must_change_password,
                          exists (select from invitation i
                                  where i.login = a.login and i.used is null and i.expires > :now) as invited
                        from account a where a.login = any (:logins)""")
                .param("now", now())
                .param("logins", logins.toArray(String[]::new))
                .query((RowCallbackHandler) row -> statuses.put(row.getString("login"), status(row)));
        return statuses;
    }

    private static AccountStatus status(ResultSet row) throws SQLException {
        if (row.getBoolean("closed")) {
            return AccountStatus.CLOSED;
        } else if (!row.getBoolean("must_change_password")) {
            return AccountStatus.IN_USE;
        }
        return row.getBoolean("invited") ? AccountStatus.INVITED : AccountStatus.WAITING;
    }

    /** Makes the row when there is none, and opens an account that was closed. */
    void open(String login) {
        jdbc.sql("""
                        insert into account (login, changed) values (:login, :now)
                        on conflict (login) do update set closed = false, changed = excluded.changed
                        where account.closed""").param("login", login).param("now", now()).update();
    }

    void close(String login) {
        change(login, "closed = true");
    }

    void endSessions(String login) {
        change(login, "closed = account.closed");
    }

    void passwordSet(String login, boolean mustChange) {
        change(login, "must_change_password = " + mustChange);
    }

    /** Everything that changes an account ends the sessions that began before. */
    private void change(String login, String assignment) {
        jdbc.sql("insert into account (login, changed) values (:login, :now) on conflict (login) do nothing")
                .param("login", login)
                .param("now", now())
                .update();
        jdbc.sql("update account set " + assignment + ", epoch = epoch + 1, changed = :now where login = :login")
                .param("login", login)
                .param("now", now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
