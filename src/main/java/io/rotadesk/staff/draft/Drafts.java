package io.rotadesk.staff.draft;

import io.rotadesk.engine.HeldTasks;
import io.rotadesk.staff.erasing.FreeTexts;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people have typed into forms of Tasklist, until the form is sent. Only the person sees it, and only as long
 * as the task is theirs.
 */
@Repository
@Transactional
public class Drafts implements FreeTexts {

    /** A draft that nobody has touched for so long is given up. */
    static final Duration KEPT_FOR = Duration.ofDays(7);

    /** The most drafts of one person; the oldest go first. */
    static final int MOST = 100;

    /** The longest name of a form, and the longest content, in characters. */
    static final int LONGEST_NAME = 250;

    static final int LONGEST = 100_000;

    private final JdbcClient db;
    private final HeldTasks tasks;
    private final DraftedTasks drafted;
    private final Agents agents;
    private final Clock clock;

    Drafts(JdbcClient db, HeldTasks tasks, DraftedTasks drafted, Agents agents, Clock clock) {
        this.db = db;
        this.tasks = tasks;
        this.drafted = drafted;
        this.agents = agents;
        this.clock = clock;
    }

    /** The person's drafts. Those of tasks that are no longer theirs are removed first. */
    public List<Draft> of(String login) {
        removeOthers(login);
        return db.sql("select form, typed, changed_at from task_draft where login = :login and typed is not null")
                .param("login", login)
                .query((row, index) -> new Draft(
                        row.getString("form"),
                        row.getString("typed"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /**
     * Keeps what was typed, in place of what was kept for this form before.
     *
     * @param form as in {@link Draft#form()}
     * @param typed a JSON object
     * @return when it was kept; empty if the task is not theirs, or if there is too much to keep
     */
    public Optional<Instant> keep(String login, String form, String typed) {
        if (isTooMuch(form, typed)) {
            return Optional.empty();
        }
        // PostgreSQL keeps microseconds; the person's browser compares the two.
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return unit(login, form).map(unit -> {
            db.sql("""
                            insert into task_draft (login, form, unit_id, typed, changed_at)
                            values (:login, :form, :unit, :typed, :now)
                            on conflict (login, form) do update
                            set unit_id = excluded.unit_id, typed = excluded.typed, changed_at = excluded.changed_at
                            """)
                    .param("login", login)
                    .param("form", form)
                    .param("unit", unit)
                    .param("typed", typed)
                    .param("now", Timestamp.from(now))
                    .update();
            if (!form.startsWith(Draft.START)) {
                drafted.drafted(form);
            }
            removeTooMany(login);
            return now;
        });
    }

    /** Whether the server does not keep so much. */
    public boolean isTooMuch(String form, String typed) {
        return form.length() > LONGEST_NAME || typed.length() > LONGEST;
    }

    /** The form was sent, or what was typed is not wanted any more. */
    public void remove(String login, String form) {
        db.sql("delete from task_draft where login = :login and form = :form")
                .param("login", login)
                .param("form", form)
                .update();
    }

    /** Removes old drafts, and those of tasks that have ended or went to somebody else. */
    void sweep() {
        db.sql("delete from task_draft where changed_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .update();
        db.sql("select distinct login from task_draft order by login")
                .query(String.class)
                .list()
                .forEach(this::removeOthers);
        drafted.lookAgain();
    }

    private Optional<String> unit(String login, String form) {
        if (form.startsWith(Draft.START)) {
            return Optional.of(agents.find(login).map(Agent::unitId).orElse(""));
        }
        return Optional.ofNullable(tasks.unitsOf(login).get(form));
    }

    private void removeOthers(String login) {
        List<String> forms = db.sql(
                        "select form from task_draft where login = :login and not starts_with(form, :start)")
                .param("login", login)
                .param("start", Draft.START)
                .query(String.class)
                .list();
        if (!forms.isEmpty()) {
            Map<String, String> theirs = tasks.unitsOf(login);
            forms.stream().filter(form -> !theirs.containsKey(form)).forEach(form -> remove(login, form));
        }
    }

    private void removeTooMany(String login) {
        db.sql("""
                        delete from task_draft where login = :login and form in (
                          select form from task_draft where login = :login order by changed_at desc, form offset :most)
                        """).param("login", login).param("most", MOST).update();
    }

    @Override
    public String tableOfTexts() {
        return "task_draft";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("typed");
    }
}
