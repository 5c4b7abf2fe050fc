package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes sure that somebody can always let the others in. An administrator can only be removed while another one is in
 * good standing, that is, not closed and with a password of their own. It is asked wherever an administrator may be
 * lost, whatever interface is used.
 */
@Component
class LastAdministrator {

    private static final long LOCK = 7_240_087;

    private final JdbcClient jdbc;
    private final AccessWording words;

    LastAdministrator(JdbcClient jdbc, AccessWording words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * Call it before a user is closed, deleted or given other roles, in the same transaction; for a user who is no
     * administrator it does nothing. If two administrators close each other at the same time, one waits for the other.
     *
     * @throws RefusedException if no administrator would be left
     */
    void letGo(String login) {
        if (!isAdministrator(login)) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
        if (!isThereAnotherThan(login)) {
            throw refusal("access.lastAdministrator", login);
        }
    }

    boolean isAdministrator(String login) {
        return jdbc.sql("""
                        select exists (select from act_id_membership
                          where user_id_ = :login and group_id_ = :administrators)""")
                .param("login", login)
                .param("administrators", Role.ADMINISTRATOR.group())
                .query(Boolean.class)
                .single();
    }

    /** @param key of the bundle {@code i18n/access} */
    RefusedException refusal(String key, Object... arguments) {
        return words.refused(key, arguments);
    }

    private boolean isThereAnotherThan(String login) {
        return jdbc.sql("""
                        select exists (select from act_id_membership m
                          join act_id_user u on u.id_ = m.user_id_
                          left join account a on a.login = m.user_id_
                          where m.group_id_ = :administrators and m.user_id_ <> :login and u.pwd_ is not null
                            and not coalesce(a.closed or a.must_change_password, false))""")
                .param("login", login)
                .param("administrators", Role.ADMINISTRATOR.group())
                .query(Boolean.class)
                .single();
    }
}
