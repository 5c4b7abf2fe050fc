package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.unit.RosterLoaded;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people have said about how they want to be reached. It goes when they leave. */
@Repository
@Transactional
public class ReachablePeople {

    private final JdbcClient db;

    ReachablePeople(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public ReachablePerson get(String login) {
        return db.sql("select * from notice_person where login = :login")
                .param("login", login)
                .query((row, nr) -> new ReachablePerson(
                        row.getString("login"),
                        row.getString("mail"),
                        Rows.quiet(row),
                        Rows.texts(row, "kinds").stream()
                                .map(NoticeKind::valueOf)
                                .collect(Collectors.toSet())))
                .optional()
                .orElseGet(() -> ReachablePerson.unknown(login));
    }

    public void save(ReachablePerson person) {
        db.sql("""
                        insert into notice_person (login, mail, quiet_from, quiet_to, kinds)
                        values (:login, :mail, :from, :to, :kinds)
                        on conflict (login) do update set mail = excluded.mail, quiet_from = excluded.quiet_from,
                          quiet_to = excluded.quiet_to, kinds = excluded.kinds
                        """)
                .param("login", person.login())
                .param("mail", person.mail())
                .param("from", person.quiet().from())
                .param("to", person.quiet().to())
                .param("kinds", person.kinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
    }

    @EventListener
    void left(RosterLoaded roster) {
        if (!roster.left().isEmpty()) {
            String[] left = roster.left().toArray(String[]::new);
            db.sql("delete from notice_person where login = any (:left)")
                    .param("left", left)
                    .update();
            db.sql("update notice_message set state = 'NOT_NEEDED' where login = any (:left) and state = 'WAITING'")
                    .param("left", left)
                    .update();
        }
    }
}
