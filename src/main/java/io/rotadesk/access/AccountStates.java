package io.rotadesk.access;

import io.rotadesk.platform.news.News;
import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code account}. A user of the engine without a row is in good standing. */
@Repository
class AccountStates {

    /**
     * @param mustChangePassword whether somebody else set the password, so that it must be changed first
     * @param closed whether the person may not log in any more
     * @param epoch see {@link SignedInUser#epoch()}
     */
    record State(boolean mustChangePassword, boolean closed, int epoch) {
        static final State UNKNOWN = new State(false, false, 0);
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final News news;
    private final Kept<Asked, Set<String>> standing;

    private record Asked(Set<String> logins, String unit) {}

    AccountStates(JdbcClient jdbc, Clock clock, News news, Keeping keeping) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
        this.standing = keeping.rows("standing");
    }

    State of(String login) {
        return jdbc.sql("select must_change_password, closed, epoch from account where login = :login")
                .param("login", login)
                .query(State.class)
                .optional()
                .orElse(State.UNKNOWN);
    }

    /** Those of these logins whose accounts are closed. */
    Set<String> closed(Collection<String> logins) {
        return Set.copyOf(jdbc.sql("select login from account where closed and login = any (:logins)")
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Those of these logins who are in good standing in the unit, kept until an account, a role or a membership changes.
     *
     * @param unit null for any
     */
    Set<String> standing(Set<String> logins, String unit, Supplier<Set<String>> asking) {
        return standing.get(new Asked(Set.copyOf(logins), unit), () -> Optional.of(Set.copyOf(asking.get())))
                .orElseThrow();
    }

    /** Accounts, roles or memberships have changed, or are going to in this transaction. */
    void standingChanged() {
        standing.changed();
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

    /** Creates or reopens accounts that have no password yet. */
    void make(Collection<String> logins) {
        standingChanged();
        jdbc.sql("""
                        insert into account (login, changed, must_change_password)
                        select login, :now, true from unnest(:logins) as login
                        on conflict (login) do update set closed = false, must_change_password = true,
                          epoch = account.epoch + 1, changed = excluded.changed""")
                .param("logins", logins.toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /**
     * Creates missing rows, and reopens closed accounts.
     *
     * @return the logins of both
     */
    List<String> openAmong(Collection<String> logins) {
        standingChanged();
        return jdbc.sql("""
                        insert into account (login, changed) select login, :now from unnest(:logins) as login
                        on conflict (login) do update set closed = false, changed = excluded.changed
                        where account.closed
                        returning login""")
                .param("logins", logins.toArray(String[]::new))
                .param("now", now())
                .query(String.class)
                .list();
    }

    void close(String login) {
        change(List.of(login), "closed = true");
    }

    void endSessions(String login) {
        endSessions(List.of(login));
    }

    void endSessions(Collection<String> logins) {
        change(logins, "closed = account.closed");
    }

    void passwordSet(String login, boolean mustChange) {
        change(List.of(login), "must_change_password = " + mustChange);
    }

    /**
     * Changes accounts. Every change ends the sessions that began before it; all nodes hear of it after the commit.
     */
    private void change(Collection<String> logins, String assignment) {
        standingChanged();
        String[] all = logins.toArray(String[]::new);
        jdbc.sql("""
                        insert into account (login, changed) select login, :now from unnest(:logins) as login
                        on conflict (login) do nothing""").param("logins", all).param("now", now()).update();
        jdbc.sql("update account set " + assignment + ", epoch = epoch + 1, changed = :now where login = any (:logins)")
                .param("logins", all)
                .param("now", now())
                .update();
        logins.forEach(login -> news.tell(LiveLogins.TOPIC, login));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
