package io.rotadesk.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing of passwords, on all nodes together: the wait grows with each wrong password, and after ten from
 * one address it is a quarter of an hour. Many wrong passwords for one login from everywhere, or for many logins from
 * one address, lock out only addresses from which the login never succeeded, so a person at their usual desk gets in.
 * Every lock ends by itself. Unknown logins are counted like known ones, and look the same.
 */
@Component
class LoginTries {

    static final int FROM_ONE_ADDRESS = 10;
    static final int FROM_ALL_ADDRESSES = 30;
    static final int OF_ONE_ADDRESS = 60;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration DESK_REMEMBERED = Duration.ofDays(90);
    private static final int DESKS_OF_ONE_LOGIN = 20;
    private static final byte[] ANY_LOGIN = {};

    private final CountedTries tries;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    LoginTries(CountedTries tries, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.tries = tries;
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // A try counts even if the caller's transaction is rolled back.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether a password is checked at all at the moment. */
    boolean mayTry(String login, ClientAddress address) {
        return jdbc.sql("""
                        select not exists (select from login_try
                          where counts_until > :now and counts_until <= :horizon
                            and ((login_hash = :login and address = :address
                                  and (wrong >= :pair or waits_until > :now))
                              or (:outside and ((login_hash = :login and address = '' and wrong >= :everywhere)
                                or (login_hash = :any and address = :address and wrong >= :flood))
                                and not exists (select from login_desk d
                                  where d.login_hash = :login and d.address = :address and d.last_right > :forgotten))))""")
                .param("now", at(Duration.ZERO))
                .param("horizon", at(LOCK))
                .param("forgotten", at(DESK_REMEMBERED.negated()))
                .param("outside", address.isOutside())
                .param("login", hash(login))
                .param("any", ANY_LOGIN)
                .param("address", address.text())
                .param("pair", FROM_ONE_ADDRESS)
                .param("everywhere", FROM_ALL_ADDRESSES)
                .param("flood", OF_ONE_ADDRESS)
                .query(Boolean.class)
                .single();
    }

    /**
     * Counts a try before the password is checked, so that a hundred requests at once are not a hundred guesses.
     *
     * @return false if there were too many meanwhile
     */
    boolean begin(String login, ClientAddress address) {
        return apart.execute(status -> mayTry(login, address) && count(login, address) <= FROM_ONE_ADDRESS);
    }

    private int count(String login, ClientAddress address) {
        int wrong = tries.add(hash(login), address.text(), LOCK);
        if (address.isOutside()) {
            tries.add(hash(login), "", LOCK);
            tries.add(ANY_LOGIN, address.text(), LOCK);
        }
        return wrong;
    }

    /** The password of the try that {@link #begin} counted was wrong. */
    void wrong(String login, ClientAddress address) {
        apart.executeWithoutResult(status -> {
            jdbc.sql("""
                            update login_try set waits_until = cast(:now as timestamptz) + make_interval(secs =>
                              least(cast(:longest as double precision), :first * power(2, least(wrong, 20) - 1)))
                            where login_hash = :login and address = :address""")
                    .param("now", at(Duration.ZERO))
                    .param("longest", LONGEST_WAIT.toSeconds())
                    .param("first", FIRST_WAIT.toSeconds())
                    .param("login", hash(login))
                    .param("address", address.text())
                    .update();
            tries.sweep();
        });
    }

    /**
     * The password of the try that {@link #begin} counted was right: the count is taken back, and the address is known
     * from now on.
     */
    void right(String login, ClientAddress address) {
        apart.executeWithoutResult(status -> {
            jdbc.sql("delete from login_try where login_hash = :login and address = :address")
                    .param("login", hash(login))
                    .param("address", address.text())
                    .update();
            if (!address.isOutside()) {
                return;
            }
            tries.takeBack(hash(login), "");
            tries.takeBack(ANY_LOGIN, address.text());
            jdbc.sql("""
                            insert into login_desk (login_hash, address, last_right) values (:login, :address, :now)
                            on conflict (login_hash, address) do update set last_right = excluded.last_right""")
                    .param("login", hash(login))
                    .param("address", address.text())
                    .param("now", at(Duration.ZERO))
                    .update();
            jdbc.sql("""
                            delete from login_desk where login_hash = :login and (last_right <= :forgotten or address not in (
                              select address from login_desk where login_hash = :login
                              order by last_right desc limit :most))""")
                    .param("login", hash(login))
                    .param("forgotten", at(DESK_REMEMBERED.negated()))
                    .param("most", DESKS_OF_ONE_LOGIN)
                    .update();
        });
    }

    /** Forgets a login's tries, when an administrator lets the person try again or a new password is set. */
    void forget(String login) {
        jdbc.sql("delete from login_try where login_hash = :login")
                .param("login", hash(login))
                .update();
    }

    /** Only a fingerprint of the login is kept, since people type passwords into the wrong field. */
    private static byte[] hash(String login) {
        return Secrets.hash(login);
    }

    private Timestamp at(Duration fromNow) {
        Instant now = clock.instant();
        return Timestamp.from(now.plus(fromNow));
    }
}
