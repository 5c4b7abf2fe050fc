package io.rotadesk.petition.attachment;

import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps content in the database: one backup has all, and nothing is ever left over. */
@Repository
class DatabaseStore implements Store {

    private final JdbcClient db;

    DatabaseStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Keeping keeping() {
        return Keeping.DATABASE;
    }

    @Override
    public boolean isTransactional() {
        return true;
    }

    @Override
    public void keep(AttachmentId id, byte[] content) {
        db.sql("insert into attachment_content (attachment_id, content) values (?, ?)")
                .param(id.value())
                .param(content)
                .update();
    }

    @Override
    public byte[] read(AttachmentId id) {
        return db.sql("select content from attachment_content where attachment_id = ?")
                .param(id.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no content of " + id));
    }

    @Override
    public void remove(AttachmentId id) {
        db.sql("delete from attachment_content where attachment_id = ?")
                .param(id.value())
                .update();
    }
}
