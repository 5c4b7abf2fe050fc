package io.rotadesk.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts tries of something from an address, on all nodes together. A count is forgotten when nothing was added for a while. */
@Component
class CountedTries {

    private final JdbcClient jdbc;
    private final Clock clock;

    CountedTries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @param what a fingerprint of what is tried
     * @param address empty for all together
     * @param remembered for how long it counts
     * @return how many there are now
     */
    int add(byte[] what, String address, Duration remembered) {
        return jdbc.sql("""
                        insert into login_try as t (login_hash, address, wrong, counts_until)
                        values (:login, :address, 1, :until)
                        on conflict (login_hash, address) do update set
                          wrong = case when t.counts_until > :now and t.counts_until <= :until then t.wrong + 1 else 1 end,
                          waits_until = case when t.counts_until > :now and t.counts_until <= :until
                            then t.waits_until end,
                          counts_until = excluded.counts_until
                        returning wrong""")
                .param("login", what)
                .param("address", address)
                .param("until", at(remembered))
                .param("now", at(Duration.ZERO))
                .query(Integer.class)
                .single();
    }

    /** How many there are. */
    int count(byte[] what, String address) {
        return jdbc.sql("""
                        select coalesce(max(wrong), 0) from login_try
                        where login_hash = :login and address = :address and counts_until > :now""")
                .param("login", what)
                .param("address", address)
                .param("now", at(Duration.ZERO))
                .query(Integer.class)
                .single();
    }

    /** One of them was right. */
    void takeBack(byte[] what, String address) {
        jdbc.sql("update login_try set wrong = greatest(0, wrong - 1) where login_hash = ? and address = ?")
                .param(what)
                .param(address)
                .update();
    }

    /** Deletes a few expired tries: there are never many, and nobody waits for it. */
    void sweep() {
        jdbc.sql("""
                        delete from login_try where ctid in (
                          select ctid from login_try where counts_until <= :now
                          order by counts_until limit 100 for update skip locked)""").param("now", at(Duration.ZERO)).update();
    }

    private Timestamp at(Duration fromNow) {
        return Timestamp.from(clock.instant().plus(fromNow));
    }
}
