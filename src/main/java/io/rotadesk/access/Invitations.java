package io.rotadesk.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links for first passwords. Each works once and for a limited time; we keep only the hashes. */
@Repository
class Invitations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessSettings settings;

    Invitations(JdbcClient jdbc, Clock clock, AccessSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return the token, which exists nowhere else */
    String issue(String login) {
        withdraw(login);
        String token = Secrets.random();
        jdbc.sql("insert into invitation (token_hash, login, expires) values (:hash, :login, :expires)")
                .param("hash", Secrets.hash(token))
                .param("login", login)
                .param("expires", Timestamp.from(clock.instant().plus(settings.invitationValidity())))
                .update();
        return token;
    }

    void withdraw(String login) {
        jdbc.sql("delete from invitation where login = :login and used is null")
                .param("login", login)
                .update();
    }

    /** @return the login of the invited person; empty if the link is unknown, used or too old */
    Optional<String> loginOf(String token) {
        return jdbc.sql("""
                        select login from invitation
                        where token_hash = :hash and used is null and expires > :now""")
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** @return false if another request was faster */
    boolean use(String token) {
        return jdbc.sql("""
                                update invitation set used = :now
                                where token_hash = :hash and used is null and expires > :now""")
                        .param("hash", Secrets.hash(token))
                        .param("now", now())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
