package io.rotadesk.staff.notice;

import io.rotadesk.platform.news.News;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells persons something, and keeps what they were told until they have read it. Screens hear of every change as
 * {@link #TOPIC}, with the login as text.
 */
@Repository
@Transactional
public class Notices {

    /** The topic of the news that somebody's notices have changed; its text is the person's login. */
    public static final String TOPIC = "notices";

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final News news;
    private final Clock clock;

    Notices(JdbcClient db, ApplicationEventPublisher events, News news, Clock clock) {
        this.db = db;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Tells each of these persons, in the caller's transaction. A person who has not read the same notice yet is not told
     * again.
     *
     * @param subject the id of the entry or task that it is about
     * @param link the page where the person can act, from the root of the application; null if there is none
     * @param words as in {@link Notice#words()}
     */
    public void tell(
            NoticeKind kind, String unitId, Collection<String> logins, String subject, String link, String... words) {
        // In one order, so that two transactions that tell the same persons cannot block each other.
        for (String login : new TreeSet<>(logins)) {
            db.sql("""
                            insert into notice (unit_id, login, kind, subject, words, link, at)
                            values (:unit, :login, :kind, :subject, :words, :link, :at)
                            on conflict (login, kind, unit_id, subject) where read_at is null and settled_at is null
                            do nothing
                            returning *
                            """)
                    .param("unit", unitId)
                    .param("login", login)
                    .param("kind", kind.name())
                    .param("subject", subject)
                    .param("words", words)
                    .param("link", link)
                    .param("at", Timestamp.from(clock.instant()))
                    .query((row, index) -> notice(row))
                    .optional()
                    .ifPresent(this::written);
        }
    }

    /**
     * Tells one person, also if they were told the same before and have not read it: that is settled, and this counts.
     *
     * @see #tell
     */
    public void tellAgain(NoticeKind kind, String unitId, String login, String subject, String link, String... words) {
        db.sql("""
                        update notice set settled_at = :now
                        where unit_id = :unit and kind = :kind and subject = :subject and login = :login
                          and read_at is null and settled_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("login", login)
                .update();
        tell(kind, unitId, List.of(login), subject, link, words);
    }

    private void written(Notice notice) {
        events.publishEvent(new NoticeWritten(notice));
        news.tell(TOPIC, notice.login());
    }

    /** What the person was told, has not read, and still needs attention, latest first. */
    @Transactional(readOnly = true)
    public List<Notice> unread(String login) {
        return db.sql("select * from notice where login = :login and read_at is null and settled_at is null"
                        + " order by id desc")
                .param("login", login)
                .query((row, index) -> notice(row))
                .list();
    }

    /** Whether anybody was told this, and it is not settled yet; whoever has read it counts too. */
    @Transactional(readOnly = true)
    public boolean isTold(NoticeKind kind, String unitId, String subject) {
        return db.sql("""
                        select exists (select from notice
                          where unit_id = :unit and kind = :kind and subject = :subject and settled_at is null)
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** The person has read it; a notice of somebody else stays as it is. */
    public void read(String login, long id) {
        int changed = db.sql("update notice set read_at = :now where id = :id and login = :login and read_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("login", login)
                .update();
        if (changed > 0) {
            news.tell(TOPIC, login);
        }
    }

    /** The person has read all of them. */
    public void readAll(String login) {
        db.sql("update notice set read_at = :now where login = :login and read_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("login", login)
                .update();
        news.tell(TOPIC, login);
    }

    /** What it was about is done: nobody needs to act, and nobody is told by another channel. */
    public void settle(NoticeKind kind, String unitId, String subject) {
        settle(unitId, subject, List.of(kind.name()));
    }

    /** The same for whatever people were told about this. */
    public void settle(String unitId, String subject) {
        settle(unitId, subject, Stream.of(NoticeKind.values()).map(Enum::name).toList());
    }

    /**
     * Written last in the transaction: another one that ends the same thing may hold the row of its entry and wait for the
     * notice.
     */
    private void settle(String unitId, String subject, List<String> kinds) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            settleNow(unitId, subject, kinds);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                settleNow(unitId, subject, kinds);
            }
        });
    }

    private void settleNow(String unitId, String subject, List<String> kinds) {
        record Settled(String login, NoticeKind kind) {}
        List<Settled> settled = db.sql("""
                        update notice set settled_at = :now
                        where unit_id = :unit and kind = any (:kinds) and subject = :subject and settled_at is null
                        returning login, kind
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", unitId)
                .param("kinds", kinds.toArray(String[]::new))
                .param("subject", subject)
                .query((row, index) -> new Settled(row.getString("login"), NoticeKind.valueOf(row.getString("kind"))))
                .list();
        settled.stream()
                .map(Settled::kind)
                .distinct()
                .forEach(kind -> events.publishEvent(new NoticesSettled(kind, unitId, subject)));
        settled.stream().map(Settled::login).distinct().forEach(login -> news.tell(TOPIC, login));
    }

    /** Removes what was told longer ago than that, read or not. */
    void removeBefore(Instant end) {
        db.sql("delete from notice where at < :end")
                .param("end", Timestamp.from(end))
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        Array words = row.getArray("words");
        return new Notice(
                row.getLong("id"),
                row.getString("unit_id"),
                row.getString("login"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                List.of((String[]) words.getArray()),
                row.getString("link"),
                row.getTimestamp("at").toInstant(),
                instant(row, "read_at"),
                instant(row, "settled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
