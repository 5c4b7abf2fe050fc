package io.rotadesk.petition.attachment;

import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Looks at a file before it is kept: what it is, whether it is harmless, and how it looks. Its name says nothing. */
@Component
class Examination {

    /** @param small its small image; null if it has none */
    record Examined(FileType type, byte[] small) {}

    private final AttachmentSettings settings;
    private final VirusScanner scanner;
    private final SmallImages images;
    private final Tika tika = new Tika();

    Examination(AttachmentSettings settings, VirusScanner scanner, SmallImages images) {
        this.settings = settings;
        this.scanner = scanner;
        this.images = images;
    }

    /** @throws AttachmentRefusal if it cannot be kept */
    Examined examine(byte[] content) {
        if (content.length == 0) {
            throw new AttachmentRefusal("empty");
        }
        if (content.length > settings.largest().toBytes()) {
            throw new AttachmentRefusal("tooLarge", settings.largest().toMegabytes());
        }
        FileType type = FileType.of(tika.detect(content)).orElseThrow(() -> new AttachmentRefusal("type"));
        scanner.check(content);
        return new Examined(type, images.of(content, type).orElse(null));
    }
}
