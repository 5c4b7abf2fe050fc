package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps when each person last had a page open. The pages' side tells it; {@link LastSeen} says what follows, so an
 * absence begins by itself, on all nodes, and nobody has to write it down at that moment. People who are on no roster
 * are not kept.
 */
@Component
public class OpenPages {

    /** While a page is open, it is told this often. */
    public static final Duration BEAT = Duration.ofMinutes(1);

    /** What is told again within this time is not written again: somebody goes from page to page. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private static final int MOST_REMEMBERED = 20_000;

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** When this node last wrote that somebody had done something. */
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    OpenPages(JdbcClient jdbc, Units units, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /** The person has opened a page, or has done something on one: they are here, and whoever waits is offered to them. */
    @Transactional
    public void opened(String login) {
        Instant last = written.get(login);
        Instant now = clock.instant();
        if (last == null || Duration.between(last, now).abs().compareTo(MOMENT) >= 0) {
            seen(login, true, now);
            if (written.size() >= MOST_REMEMBERED) {
                written.clear();
            }
            written.put(login, now);
        }
    }

    /** A page of theirs has connected again by itself, for instance after a restart of the server. */
    @Transactional
    public void reconnected(String login) {
        seen(login, false, clock.instant());
    }

    private void seen(String login, boolean acted, Instant now) {
        boolean back = jdbc.sql("""
                        with before as (
                          select seen_at, here from page_seen where login = :login
                        ), written as (
                          insert into page_seen as p (login, seen_at, acted_at, here)
                          select login, :now, :now, true from agent where login = :login and not has_left
                          on conflict (login) do update set
                            seen_at = greatest(p.seen_at, excluded.seen_at),
                            acted_at = case when :acted then excluded.acted_at else p.acted_at end,
                            logged_out = false,
                            here = true
                          returning login
                        )
                        select exists (select from written)
                          and not exists (select from before where here and seen_at > :lately)
                        """)
                .param("login", login)
                .param("acted", acted)
                .param("now", Rows.time(now))
                .param("lately", Rows.time(now.minus(BEAT.multipliedBy(2))))
                .query(Boolean.class)
                .single();
        if (back) {
            events.publishEvent(DutyChanged.of(login));
        }
    }

    /** These people still have a page open on this node, or had it until now. */
    @Transactional
    public void stillOpen(Collection<String> logins) {
        Instant now = clock.instant();
        // Another node may be writing the same rows: the one that comes second has nothing to add.
        jdbc.sql("""
                        update page_seen set seen_at = :now, logged_out = false where login in (
                          select login from page_seen where login = any (:logins) and (seen_at < :lately or logged_out)
                          for no key update skip locked)
                        """)
                .param("logins", logins.toArray(String[]::new))
                .param("now", Rows.time(now))
                .param("lately", Rows.time(now.minus(MOMENT)))
                .update();
    }

    /** The person has logged out, and has no other page open on this node: they are gone at once. */
    @Transactional
    public void loggedOut(String login) {
        written.remove(login);
        int gone = jdbc.sql("""
                        update page_seen set seen_at = greatest(seen_at, :now), logged_out = true, here = false
                        where login = :login
                        """)
                .param("login", login)
                .param("now", Rows.time(clock.instant()))
                .update();
        if (gone > 0) {
            events.publishEvent(DutyChanged.of(login));
        }
    }

    /**
     * This node has started. If no other was there meanwhile, nobody could have a page open: whoever was here until then
     * has the unit's time once more, for their page to connect again.
     */
    @Transactional
    public void serverStarts() {
        Instant now = clock.instant();
        jdbc.sql("""
                        update page_seen set seen_at = :now
                        from (select max(seen_at) as latest from page_seen) before
                        where here and not logged_out and latest < :lately
                          and seen_at >= latest - make_interval(secs => :seconds)
                        """)
                .param("now", Rows.time(now))
                .param("lately", Rows.time(now.minus(BEAT.multipliedBy(2))))
                .param("seconds", BEAT.multipliedBy(2).toSeconds())
                .update();
    }

    private static LastSeen lastSeen(ResultSet row) throws SQLException {
        return new LastSeen(Rows.instant(row, "seen_at"), Rows.instant(row, "acted_at"), row.getBoolean("logged_out"));
    }

    private record Told(String login, String unitId, LastSeen seen, boolean here) {}

    /** Tells boards and waiting lines who has become absent, or has come back, since the last look; one node tells it. */
    @Transactional
    public void tellChanges() {
        Instant now = clock.instant();
        List<Told> perhaps = jdbc.sql("""
                        select p.login, a.unit_id, p.seen_at, p.acted_at, p.logged_out, p.here
                        from page_seen p join agent a on a.login = p.login
                        where p.here and (p.seen_at < :lately or p.acted_at < :evening) or not p.here and p.seen_at >= :lately
                        order by p.login
                        """)
                .param("lately", Rows.time(now.minus(BEAT.multipliedBy(2))))
                .param("evening", Rows.time(now.minus(LastSeen.NIGHT)))
                .query((row, nr) -> new Told(
                        row.getString("login"), row.getString("unit_id"), lastSeen(row), row.getBoolean("here")))
                .list();
        for (Told one : perhaps) {
            UnitSettings settings = units.get(one.unitId()).settings();
            boolean here = one.seen().absence(settings, now) == null;
            boolean matters = !settings.get(PageSettings.class).turnsNeedPage().isEmpty();
            if (here != one.here() && changed(one.login(), here) && matters) {
                events.publishEvent(DutyChanged.of(one.login()));
            }
        }
    }

    private boolean changed(String login, boolean here) {
        return jdbc.sql("update page_seen set here = :here where login = :login and here <> :here")
                        .param("login", login)
                        .param("here", here)
                        .update()
                > 0;
    }
}
