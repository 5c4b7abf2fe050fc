package io.rotadesk.petition.attachment;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TextsAboutMatters;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.platform.register.Register;
import io.rotadesk.platform.register.TextId;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the attachments, with their small images. */
@Repository
class AttachmentRows implements TextsAboutMatters {

    private final JdbcClient db;
    private final Register<AttachmentId, Attachment> attachments;

    AttachmentRows(JdbcClient db) {
        this.db = db;
        this.attachments = new Register<>(db, "attachment", Attachment.class, AttachmentRows::unknown);
    }

    Attachment get(AttachmentId id) {
        return attachments.get(id);
    }

    /** Locks the attachment until the transaction ends. */
    Attachment hold(AttachmentId id) {
        return attachments.hold(id).orElseThrow(() -> unknown(id));
    }

    /** @param small its small image; null if it has none */
    Attachment add(Attachment attachment, byte[] small) {
        Attachment added = attachments.add(attachment).orElseThrow();
        if (small != null) {
            db.sql("insert into attachment_thumbnail (attachment_id, content) values (?, ?)")
                    .param(attachment.id().value())
                    .param(small)
                    .update();
        }
        return added;
    }

    Attachment save(Attachment before, Attachment after) {
        return attachments.save(before, after);
    }

    Optional<byte[]> small(AttachmentId id) {
        return db.sql("select content from attachment_thumbnail where attachment_id = ?")
                .param(id.value())
                .query(byte[].class)
                .optional();
    }

    void removeSmall(AttachmentId id) {
        db.sql("delete from attachment_thumbnail where attachment_id = ?")
                .param(id.value())
                .update();
    }

    /** All attachments of these matters, oldest first. */
    List<Attachment> of(Collection<MatterId> matters) {
        return db.sql("select * from attachment where matter_id = any (?) order by place")
                .param(ids(matters))
                .query(attachments.rows())
                .list();
    }

    List<Attachment> of(PaperId paper) {
        return db.sql("select * from attachment where paper_id = ? order by place")
                .param(paper.value())
                .query(attachments.rows())
                .list();
    }

    /**
     * The number of attachments of a matter, which is held against being erased meanwhile.
     *
     * @return empty if the petitioner is erased
     */
    Optional<Integer> countForOneMore(MatterId matter) {
        boolean there = db.sql("select erased_at is null from matter where id = ? for share")
                .param(matter.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no matter " + matter));
        return there
                ? Optional.of(db.sql("select count(*) from attachment where matter_id = ? and removed_at is null")
                        .param(matter.value())
                        .query(Integer.class)
                        .single())
                : Optional.empty();
    }

    /** Removes all rows of these matters, with all that hangs on them. */
    void removeAll(Collection<MatterId> matters) {
        db.sql("delete from attachment where matter_id = any (?)")
                .param(ids(matters))
                .update();
        attachments.forgetAll();
    }

    private static String[] ids(Collection<MatterId> matters) {
        return matters.stream().map(TextId::value).toArray(String[]::new);
    }

    private static NoSuchElementException unknown(AttachmentId id) {
        return new NoSuchElementException("There is no attachment " + id);
    }

    @Override
    public String tableOfTexts() {
        return "attachment";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("name");
    }
}
