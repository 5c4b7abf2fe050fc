package io.rotadesk.petition.enquiry;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.PetitionerErased;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes with which petitioners look their matters up. A matter gets its code when somebody first asks for it, and keeps it;
 * it can be printed again at any time. The database holds no code.
 */
@Service
@Transactional
public class QueryCodes {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom random = new SecureRandom();

    private final CodeKey key;
    private final JdbcClient db;
    private final Clock clock;

    QueryCodes(CodeKey key, JdbcClient db, Clock clock) {
        this.key = key;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The code of a matter, in groups for reading aloud. A matter whose code was made with another key gets a new one.
     *
     * @return empty if the petitioner was erased
     */
    public Optional<String> of(Matter matter) {
        if (matter.erasedAt() != null) {
            return Optional.empty();
        }
        byte[] salt = salt(matter.id()).orElseGet(() -> {
            save(matter.id(), false);
            return salt(matter.id()).orElseThrow();
        });
        return Optional.of(CodeSigns.grouped(code(salt)));
    }

    /** Gives the matter another code: the sheet with the old one was lost. */
    public void replace(MatterId matterId) {
        save(matterId, true);
    }

    /** @param typed as somebody typed it, or anything else */
    @Transactional(readOnly = true)
    public Optional<MatterId> find(String typed) {
        return CodeSigns.read(typed)
                .flatMap(code -> db.sql("select matter_id from matter_code where code_hash = ?")
                        .param(hash(code))
                        .query(String.class)
                        .optional()
                        .map(MatterId::new));
    }

    private Optional<byte[]> salt(MatterId matterId) {
        return db.sql("select salt from matter_code where matter_id = ? and key_id = ?")
                .param(matterId.value())
                .param(key.id())
                .query(byte[].class)
                .optional();
    }

    private void save(MatterId matterId, boolean always) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        db.sql("""
                        insert into matter_code as c (matter_id, salt, key_id, code_hash, made_at)
                        values (:matter, :salt, :key, :hash, :now)
                        on conflict (matter_id) do update set salt = excluded.salt, key_id = excluded.key_id,
                          code_hash = excluded.code_hash, made_at = excluded.made_at
                        where :always or c.key_id <> excluded.key_id
                        """)
                .param("matter", matterId.value())
                .param("salt", salt)
                .param("key", key.id())
                .param("hash", hash(code(salt)))
                .param("now", Timestamp.from(clock.instant()))
                .param("always", always)
                .update();
    }

    private String code(byte[] salt) {
        return CodeSigns.of(key.sign("code", salt));
    }

    private byte[] hash(String code) {
        return key.sign("find", code.getBytes(StandardCharsets.UTF_8));
    }

    /** From then on the code is one that there never was. */
    @EventListener
    void erased(PetitionerErased erased) {
        db.sql("delete from matter_code where matter_id = any (?)")
                .param(erased.matterIds().stream().map(MatterId::value).toArray(String[]::new))
                .update();
    }
}
