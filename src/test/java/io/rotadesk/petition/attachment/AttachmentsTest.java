package io.rotadesk.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.TextColumns;
import io.rotadesk.Traces;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Attachments of a matter from their coming to their end. */
@RotaDeskTest
@Tag("P2")
class AttachmentsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentRows rows;

    @Autowired
    DatabaseStore database;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterClosing closing;

    @Autowired
    Papers papers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    ReceptionPoint office;
    String responsible;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.MONDAY_NINE);
        office = founder.found(null, 2);
        responsible = office.staff().get(0);
    }

    @Test
    void aPhotoIsKeptWithItsMatterAndGivenBackAsItWas() {
        Matter matter = received("周某", "13800000901");
        byte[] photo = Pictures.jpeg(800, 600);
        Attachment added = attachments.add(matter.id(), null, "C:\\照片\\路面 1.PNG", photo, responsible);

        assertThat(attachments.of(List.of(matter.id()))).containsExactly(added);
        assertThat(added.name()).as("the content decides").isEqualTo("路面 1.jpg");
        assertThat(added.size()).isEqualTo(photo.length);
        assertThat(added.keptIn()).isEqualTo(Keeping.DATABASE);
        assertThat(attachments.content(added)).isEqualTo(photo);
        assertThat(attachments.small(added.id())).isPresent();
        assertThat(attachments
                        .add(matter.id(), null, "..", Pictures.pdf(), responsible)
                        .name())
                .isEqualTo("file.pdf");
        assertThat(attachments
                        .add(matter.id(), null, null, Pictures.pdf(), responsible)
                        .name())
                .isEqualTo("file.pdf");
        assertThat(attachments
                        .add(matter.id(), null, "材".repeat(500) + ".pdf", Pictures.pdf(), responsible)
                        .name())
                .hasSize(124);
    }

    @Test
    void aRemovedAttachmentLeavesOnlyThatItWasThere() {
        Matter matter = received("周某", "13800000902");
        Attachment added = attachments.add(matter.id(), null, "别人的.jpg", Pictures.jpeg(80, 60), responsible);
        clock.forward(Duration.ofMinutes(5));
        attachments.remove(added.id(), office.leader());

        Attachment removed = attachments.get(added.id());
        assertThat(removed.removedBy()).isEqualTo(office.leader());
        assertThat(removed.removedAt()).isEqualTo(clock.instant());
        assertThat(attachments.small(added.id())).isEmpty();
        assertThatThrownBy(() -> attachments.content(removed)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> attachments.remove(added.id(), responsible))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void attachmentsAreErasedWithThePetitioner() {
        String words = Traces.own("孙大爷的申请");
        Matter matter = received("孙某", "13800000903");
        Attachment photo = attachments.add(matter.id(), null, words + ".jpg", Pictures.jpeg(80, 60), responsible);
        Attachment gone = attachments.add(matter.id(), null, words + ".pdf", Pictures.pdf(), responsible);
        attachments.remove(gone.id(), responsible);
        settled(matter);
        assertThat(TextColumns.thatHold(db, words)).containsExactly("rotadesk.attachment.name");

        matters.erasePetitioner(matter.id(), office.leader());
        assertThat(TextColumns.thatHold(db, words)).isEmpty();
        assertThat(TextColumns.thatHold(db, photo.id().value())).isEmpty();
        assertRefused(() -> attachments.add(matter.id(), null, "x.jpg", Pictures.jpeg(8, 6), responsible), "erased");
    }

    @Test
    void theFileOfADraftThatIsThrownAwayStaysWithTheMatter() {
        Matter matter = received("周某", "13800000904");
        Paper draft = papers.make(matter.id(), PaperKind.ANSWER, null, responsible);
        Attachment added = attachments.add(matter.id(), draft.id(), "签名.pdf", Pictures.pdf(), responsible);
        assertThat(attachments.of(draft.id())).containsExactly(added);

        papers.discard(draft.id(), responsible);
        assertThat(attachments.of(List.of(matter.id())))
                .singleElement()
                .satisfies(one -> assertThat(one.paperId()).isNull());
    }

    @Test
    void aMatterDoesNotTakeEndlesslyMany() {
        Matter matter = received("周某", "13800000905");
        Attachments few = keptIn(new FolderStore(TestSettings.folder(folder)), TestSettings.folder(folder));
        for (int i = 0; i < 3; i++) {
            few.add(matter.id(), null, i + ".pdf", Pictures.pdf(), responsible);
        }
        assertRefused(() -> few.add(matter.id(), null, "4.pdf", Pictures.pdf(), responsible), "tooMany");
        removed(few, few.of(List.of(matter.id())).get(0));
        few.add(matter.id(), null, "4.pdf", Pictures.pdf(), responsible);
    }

    @Test
    void contentInAFolderGoesWithItsAttachment() throws IOException {
        Matter matter = received("周某", "13800000906");
        FolderStore store = new FolderStore(TestSettings.folder(folder));
        Attachments inFolder = keptIn(store, TestSettings.folder(folder));
        Attachment first = inFolder.add(matter.id(), null, "1.jpg", Pictures.jpeg(80, 60), responsible);
        Attachment second = inFolder.add(matter.id(), null, "2.pdf", Pictures.pdf(), responsible);
        assertThat(first.keptIn()).isEqualTo(Keeping.FOLDER);
        assertThat(inFolder.content(second)).isEqualTo(Pictures.pdf());
        assertThat(files())
                .containsExactlyInAnyOrder(first.id().value(), second.id().value());

        removed(inFolder, first);
        leftovers(store).mend();
        assertThat(files()).containsExactly(second.id().value());

        settled(matter);
        transaction.executeWithoutResult(
                all -> inFolder.erased(new PetitionerErased(office.id(), List.of(matter.id()), List.of(), null)));
        leftovers(store).mend();
        assertThat(files()).isEmpty();
        assertThat(attachments.of(List.of(matter.id()))).isEmpty();
        assertThat(leftoversLeft(first, second)).isZero();
    }

    @Test
    void contentWhoseAttachmentNeverCameIsSweptAndNotTooEarly() throws IOException {
        Matter matter = received("周某", "13800000907");
        FolderStore store = new FolderStore(TestSettings.folder(folder));
        Attachments inFolder = keptIn(store, TestSettings.folder(folder));
        transaction.executeWithoutResult(rolledBack -> {
            inFolder.add(matter.id(), null, "1.pdf", Pictures.pdf(), responsible);
            rolledBack.setRollbackOnly();
        });
        assertThat(attachments.of(List.of(matter.id()))).isEmpty();
        leftovers(store).mend();
        assertThat(files()).as("its transaction may be under way").hasSize(1);

        clock.forward(Duration.ofHours(1));
        leftovers(store).mend();
        assertThat(files()).isEmpty();
    }

    @Test
    void anAttachmentWhoseContentWasSweptMeanwhileIsRefused() throws IOException {
        Matter matter = received("周某", "13800000909");
        AttachmentSettings settings = TestSettings.folder(folder);
        FolderStore slow = new FolderStore(settings) {
            @Override
            public void keep(AttachmentId id, byte[] content) {
                super.keep(id, content);
                // As a sweep does that takes it for a leftover.
                remove(id);
                leftovers(this).settle(id);
            }
        };
        assertRefused(
                () -> keptIn(slow, settings).add(matter.id(), null, "1.pdf", Pictures.pdf(), responsible),
                "store.down");
        assertThat(files()).isEmpty();
        assertThat(attachments.of(List.of(matter.id()))).isEmpty();
    }

    @Test
    void aStoreThatIsAwayLosesNothing() throws IOException {
        Matter matter = received("周某", "13800000908");
        try (FakeS3 s3 = new FakeS3()) {
            AttachmentSettings settings = TestSettings.s3(s3.port(), FakeS3.SECRET);
            S3Store store = new S3Store(settings, clock);
            Attachments inBucket = keptIn(store, settings);
            Attachment added = inBucket.add(matter.id(), null, "1.pdf", Pictures.pdf(), responsible);
            assertThat(inBucket.content(added)).isEqualTo(Pictures.pdf());
            s3.fails(true);
            assertRefused(() -> inBucket.add(matter.id(), null, "2.pdf", Pictures.pdf(), responsible), "store.down");
            assertThatThrownBy(() -> inBucket.content(added)).isInstanceOf(StoreException.class);
            removed(inBucket, added);
            leftovers(store).mend();
            assertThat(s3.objects()).as("removed as soon as it answers again").hasSize(1);

            s3.fails(false);
            clock.forward(Duration.ofMinutes(5));
            leftovers(store).mend();
            assertThat(s3.objects()).isEmpty();
        }
    }

    private Attachments keptIn(Store store, AttachmentSettings settings) {
        Examination examination = new Examination(settings, new VirusScanner(settings), new SmallImages());
        Stores stores = new Stores(List.of(database, store), settings);
        return new Attachments(rows, examination, stores, leftovers(store), settings, transaction, clock);
    }

    private Leftovers leftovers(Store store) {
        Stores stores = new Stores(List.of(database, store), TestSettings.usual());
        return new Leftovers(
                db,
                stores,
                application.getBean(MendingSweep.class),
                application.getBean(PlatformTransactionManager.class),
                clock);
    }

    /** One that a test made has no transactions of its own. */
    private void removed(Attachments own, Attachment attachment) {
        transaction.executeWithoutResult(all -> own.remove(attachment.id(), responsible));
    }

    private long leftoversLeft(Attachment... those) {
        return db.sql("select count(*) from attachment_leftover where attachment_id = any (?)")
                .param(Stream.of(those).map(one -> one.id().value()).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Matter received(String name, String phone) {
        Matter matter =
                matters.begin(new NewMatter(office.id(), null, responsible, name, phone, false, 1, "道路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        name, phone, false, 1, "门前的路坏了", List.of(), "road", "把路修好", null, false, "town", "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }

    private void settled(Matter matter) {
        closing.close(matter.id(), responsible);
    }

    private static void assertRefused(ThrowingCallable adding, String key) {
        assertThatThrownBy(adding)
                .isInstanceOfSatisfying(
                        AttachmentRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
