package io.rotadesk.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rotadesk.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Content in a folder and in S3. */
class StoresTest {

    private final AttachmentId id = new AttachmentId(UUID.randomUUID().toString());

    @TempDir
    Path folder;

    @Test
    void aFolderKeepsWholeFilesOnly() throws IOException {
        Store store = new FolderStore(TestSettings.folder(folder));
        assertKeeps(store);
        store.keep(id, Pictures.pdf());
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).isEqualTo(List.of(id.value()));
        }
    }

    @Test
    void anUnfinishedFileOfACrashIsRemovedToo() throws IOException {
        Store store = new FolderStore(TestSettings.folder(folder));
        Path unfinished = Files.createDirectories(folder.resolve(id.value().substring(0, 2)))
                .resolve(id + "123.new");
        Files.write(unfinished, Pictures.pdf());
        store.remove(id);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFolderThatIsNoneRefuses() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Store store = new FolderStore(TestSettings.folder(file));
        assertThatThrownBy(() -> store.keep(id, Pictures.pdf())).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.remove(id))
                .as("it may come back, with what is in it")
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anS3StoreKeepsWhatIsSigned() throws IOException {
        try (FakeS3 s3 = new FakeS3()) {
            assertKeeps(new S3Store(TestSettings.s3(s3.port(), FakeS3.SECRET), new TestClock()));
            Store store = new S3Store(TestSettings.s3(s3.port(), FakeS3.SECRET), new TestClock());
            store.keep(id, Pictures.pdf());
            assertThat(s3.objects()).containsOnlyKeys("/town/attachments/" + id);
            Store stranger = new S3Store(TestSettings.s3(s3.port(), "another secret"), new TestClock());
            assertThatThrownBy(() -> stranger.read(id))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("403");
        }
    }

    @Test
    void anS3StoreThatIsAwayRefuses() throws IOException {
        int closed;
        try (FakeS3 s3 = new FakeS3()) {
            closed = s3.port();
            s3.fails(true);
            Store store = new S3Store(TestSettings.s3(closed, FakeS3.SECRET), new TestClock());
            assertThatThrownBy(() -> store.keep(id, Pictures.pdf())).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.remove(id)).isInstanceOf(StoreException.class);
        }
        Store store = new S3Store(TestSettings.s3(closed, FakeS3.SECRET), new TestClock());
        assertThatThrownBy(() -> store.keep(id, Pictures.pdf())).isInstanceOf(StoreException.class);
    }

    @Test
    void anS3StoreThatBeginsToAnswerAndStopsIsLeft() throws IOException {
        try (FakeS3 s3 = new FakeS3()) {
            s3.stalls();
            Store store = new S3Store(TestSettings.s3(s3.port(), FakeS3.SECRET), new TestClock());
            assertTimeoutPreemptively(
                    Duration.ofMinutes(1),
                    () -> assertThatThrownBy(() -> store.read(id)).isInstanceOf(StoreException.class));
        }
    }

    @Test
    void theKeysOfAnS3StoreAreInNoText() {
        assertThat(TestSettings.s3(1, "the secret key").toString()).doesNotContain("the secret key", "desk,");
    }

    @Test
    void anS3StoreThatCannotBeReachedByTheWebIsRefusedAtTheStart() {
        for (String wrong : List.of("ftp://s3.example.org", "https://name:word@s3.example.org", "file:///etc")) {
            assertThatThrownBy(() -> s3(wrong, "town")).as(wrong).hasMessageContaining("endpoint");
        }
        assertThatThrownBy(() -> s3("https://s3.example.org", "a town")).isInstanceOf(IllegalArgumentException.class);
        assertThat(s3("https://s3.example.org", "town").keep()).isEqualTo(Keeping.S3);
    }

    private AttachmentSettings s3(String endpoint, String bucket) {
        return new AttachmentSettings(
                Keeping.S3,
                folder,
                DataSize.ofMegabytes(1),
                1,
                "",
                Duration.ofSeconds(1),
                new AttachmentSettings.S3(
                        URI.create(endpoint), "us-east-1", bucket, "a/", "desk", "secret", Duration.ofSeconds(1)));
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart() {
        assertThatThrownBy(() -> new AttachmentSettings(
                        Keeping.DATABASE,
                        folder,
                        DataSize.ofMegabytes(40),
                        1,
                        "",
                        Duration.ofSeconds(1),
                        TestSettings.usual().s3()))
                .hasMessageContaining("30MB");
        assertThatThrownBy(() -> new AttachmentSettings(
                        Keeping.S3,
                        folder,
                        DataSize.ofMegabytes(1),
                        1,
                        "",
                        Duration.ofSeconds(1),
                        TestSettings.usual().s3()))
                .hasMessageContaining("endpoint");
        for (String wrong : List.of("localhost", ":3310x", "host:99999")) {
            assertThatThrownBy(() -> new AttachmentSettings(
                            Keeping.DATABASE,
                            folder,
                            DataSize.ofMegabytes(1),
                            1,
                            wrong,
                            Duration.ofSeconds(1),
                            TestSettings.usual().s3()))
                    .hasMessageContaining("host:port");
        }
    }

    private void assertKeeps(Store store) {
        byte[] photo = Pictures.jpeg(200, 100);
        assertThatThrownBy(() -> store.read(id)).isInstanceOf(NoSuchElementException.class);
        store.keep(id, photo);
        assertThat(store.read(id)).isEqualTo(photo);
        store.remove(id);
        assertThatThrownBy(() -> store.read(id)).isInstanceOf(NoSuchElementException.class);
        assertThatCode(() -> store.remove(id)).as("it is gone already").doesNotThrowAnyException();
    }
}
