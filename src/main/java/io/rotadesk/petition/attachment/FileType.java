package io.rotadesk.petition.attachment;

import java.util.Arrays;
import java.util.Optional;

/** What an attachment can be: what cameras and scanners make, every browser shows, and nothing in it runs. */
public enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual end of a file's name, without the full stop. */
    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return this != PDF;
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
