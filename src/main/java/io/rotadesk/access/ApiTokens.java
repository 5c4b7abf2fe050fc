package io.rotadesk.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The tokens of phone systems. Only their hashes are kept, so a lost token is replaced, not looked up. */
@Service
public class ApiTokens {

    /**
     * @param lastUsed to the minute; null if never used
     * @param revoked null while the token is valid
     */
    public record Token(long id, String name, String unitId, Instant created, Instant lastUsed, Instant revoked) {}

    private static final String PREFIX = "rd_";
    /** Writing it for every call would be a waste. */
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessSettings settings;
    private final KnownPhones known;

    ApiTokens(JdbcClient jdbc, Clock clock, AccessSettings settings, KnownPhones known) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.known = known;
    }

    /**
     * A token that has just been created.
     *
     * @param clear the token's text, available here and never again
     */
    public record Issued(long id, String name, String clear) {

        @Override
        public String toString() {
            return "Issued[" + id + ", " + name + "]";
        }
    }

    /** @param name the phone system's name, for people */
    public Issued create(String unitId, String name) {
        String clear = PREFIX + Secrets.random();
        return new Issued(store(unitId, name, clear), name, clear);
    }

    /**
     * Accepts a token that everybody knows, for demonstrations; a second call changes nothing.
     *
     * @throws IllegalStateException when the application is not in demo mode
     */
    public void register(String unitId, String name, String clearToken) {
        if (!settings.demo()) {
            throw new IllegalStateException("A chosen token is accepted only with rotadesk.demo=true");
        }
        store(unitId, name, clearToken);
    }

    /** @return whether the token existed and was valid until now */
    public boolean revoke(long id) {
        return jdbc.sql("update api_token set revoked = :now where id = :id and revoked is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return the unit's tokens, newest first */
    public List<Token> of(String unitId) {
        return jdbc.sql("""
            select id, name, unit_id, created, last_used, revoked from api_token
            where unit_id = :unit order by id desc\
            """).param("unit", unitId).query(Token.class).list();
    }

    /** @return the phone system that has the token; empty if nobody has, or it was revoked */
    public Optional<PhoneSystem> authenticate(String clearToken) {
        Optional<Token> token = jdbc.sql("""
            select id, name, unit_id, created, last_used, revoked from api_token
            where hash = :hash and revoked is null\
            """)
                .param("hash", Secrets.hash(clearToken))
                .query(Token.class)
                .optional();
        token.ifPresent(this::noteUse);
        return token.map(t -> new PhoneSystem(t.id(), t.name(), t.unitId()));
    }

    private void noteUse(Token token) {
        Instant now = clock.instant();
        if (token.lastUsed() != null && token.lastUsed().isAfter(now.minus(LAST_USED_STEP))) {
            return;
        }
        jdbc.sql("update api_token set last_used = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", token.id())
                .update();
    }

    private long store(String unitId, String name, String clearToken) {
        known.add(clearToken);
        return jdbc.sql("""
            insert into api_token (hash, name, unit_id, created) values (:hash, :name, :unit, :now)
            on conflict (hash) do update set name = excluded.name, unit_id = excluded.unit_id, revoked = null
            returning id\
            """)
                .param("hash", Secrets.hash(clearToken))
                .param("name", name)
                .param("unit", unitId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
