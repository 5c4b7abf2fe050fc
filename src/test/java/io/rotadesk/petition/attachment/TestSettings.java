package io.rotadesk.petition.attachment;

import io.rotadesk.petition.attachment.AttachmentSettings.S3;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings that differ from the usual ones in one thing. */
final class TestSettings {

    private static final Duration TIME = Duration.ofSeconds(2);
    private static final S3 NONE = new S3(null, "us-east-1", null, "attachments/", null, null, TIME);

    private TestSettings() {}

    static AttachmentSettings usual() {
        return settings(Keeping.DATABASE, Path.of("target/attachments"), "", NONE);
    }

    static AttachmentSettings folder(Path folder) {
        return settings(Keeping.FOLDER, folder, "", NONE);
    }

    static AttachmentSettings scanner(int port) {
        return settings(Keeping.DATABASE, Path.of("target/attachments"), "127.0.0.1:" + port, NONE);
    }

    static AttachmentSettings s3(int port, String secret) {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        return settings(
                Keeping.S3,
                Path.of("target/attachments"),
                "",
                new S3(endpoint, "us-east-1", "town", "attachments/", "desk", secret, TIME));
    }

    private static AttachmentSettings settings(Keeping keep, Path folder, String scanner, S3 s3) {
        return new AttachmentSettings(keep, folder, DataSize.ofMegabytes(1), 3, scanner, TIME, s3);
    }
}
