package io.rotadesk.petition.attachment;

import io.rotadesk.petition.attachment.Examination.Examined;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.platform.input.SafeText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The scans and photos of matters. Whether a person may add, see or remove one is decided by those who call: whoever sees a matter sees
 * its attachments.
 */
@Service
public class Attachments {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    /** Longer than what people call a file. */
    private static final int LONGEST_NAME = 120;

    private final AttachmentRows rows;
    private final Examination examination;
    private final Stores stores;
    private final Leftovers leftovers;
    private final AttachmentSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attachments(
            AttachmentRows rows,
            Examination examination,
            Stores stores,
            Leftovers leftovers,
            AttachmentSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.examination = examination;
        this.stores = stores;
        this.leftovers = leftovers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The largest size of a file. */
    public DataSize largest() {
        return settings.largest();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public Attachment get(AttachmentId id) {
        return rows.get(id);
    }

    /** All attachments of these matters, also removed ones, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(Collection<MatterId> matters) {
        return rows.of(matters);
    }

    /** The attachments of a paper, also removed ones, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(PaperId paper) {
        return rows.of(paper);
    }

    /**
     * Keeps a file. It is looked at, and written outside of the database, before the transaction begins.
     *
     * @param paperId a paper of the matter; null if it belongs to none
     * @param name as the sender called it; may be null
     * @throws AttachmentRefusal if it cannot be kept
     */
    public Attachment add(MatterId matterId, PaperId paperId, String name, byte[] content, String by) {
        Examined examined = examination.examine(content);
        Store store = stores.chosen();
        AttachmentId id = new AttachmentId(UUID.randomUUID().toString());
        if (!store.isTransactional()) {
            write(store, id, content);
        }
        return transaction.execute(all -> {
            int others = rows.countForOneMore(matterId).orElseThrow(() -> new AttachmentRefusal("erased"));
            if (others >= settings.most()) {
                throw new AttachmentRefusal("tooMany", settings.most());
            }
            Attachment added = rows.add(
                    new Attachment(
                            id,
                            matterId,
                            paperId,
                            named(name, examined.type()),
                            examined.type(),
                            content.length,
                            store.keeping(),
                            examined.small() != null,
                            by,
                            clock.instant(),
                            null,
                            null),
                    examined.small());
            if (store.isTransactional()) {
                store.keep(id, content);
            } else if (!leftovers.settle(id)) {
                throw new AttachmentRefusal("store.down");
            }
            return added;
        });
    }

    private void write(Store store, AttachmentId id, byte[] content) {
        leftovers.begin(id, store.keeping());
        try {
            store.keep(id, content);
        } catch (StoreException e) {
            log.warn("{}", e.getMessage(), e);
            throw new AttachmentRefusal("store.down");
        }
    }

    /** The name without the folders before it and the extension, which is that of the type. */
    private static String named(String typed, FileType type) {
        String name = typed == null ? "" : SafeText.cleaned(typed);
        name = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        int stop = name.lastIndexOf('.');
        String begin = (stop > 0 ? name.substring(0, stop) : name)
                .replaceFirst("^\\.+", "")
                .strip();
        return (SafeText.isVisible(begin) ? SafeText.cut(begin, LONGEST_NAME) : "file") + "." + type.extension();
    }

    /**
     * @throws java.util.NoSuchElementException if it has been removed
     * @throws StoreException if it cannot be read now
     */
    public byte[] content(Attachment attachment) {
        return stores.of(attachment.keptIn()).read(attachment.id());
    }

    /** The small image, a JPEG; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<byte[]> small(AttachmentId id) {
        return rows.small(id);
    }

    /** Removes an attachment for good; that it was there, and who removed it, is kept. */
    @Transactional
    public Attachment remove(AttachmentId id, String by) {
        Attachment attachment = rows.hold(id);
        Attachment removed = rows.save(attachment, attachment.removed(by, clock.instant()));
        rows.removeSmall(id);
        removeContent(attachment);
        return removed;
    }

    private void removeContent(Attachment attachment) {
        Store store = stores.of(attachment.keptIn());
        if (store.isTransactional()) {
            store.remove(attachment.id());
        } else {
            leftovers.leave(attachment);
        }
    }

    @EventListener
    void erased(PetitionerErased erased) {
        rows.of(erased.matterIds()).stream()
                .filter(attachment -> !attachment.isRemoved())
                .forEach(this::removeContent);
        rows.removeAll(erased.matterIds());
    }
}
