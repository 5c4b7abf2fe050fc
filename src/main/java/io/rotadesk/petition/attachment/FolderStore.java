package io.rotadesk.petition.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Keeps content in a folder, as one file each; several nodes share it. */
@Component
class FolderStore implements Store {

    private static final int LETTERS_OF_A_FOLDER = 2;
    private static final String UNFINISHED = ".new";

    private final Path folder;

    FolderStore(AttachmentSettings settings) {
        this.folder = settings.folder();
    }

    @Override
    public Keeping keeping() {
        return Keeping.FOLDER;
    }

    @Override
    public boolean isTransactional() {
        return false;
    }

    /** Complete and on the disk, or not there: it gets its name at the end. */
    @Override
    public void keep(AttachmentId id, byte[] content) {
        Path file = file(id);
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), id.value(), UNFINISHED);
            try {
                Files.write(unfinished, content);
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new StoreException("Attachment " + id + " cannot be kept in " + folder, e);
        }
    }

    @Override
    public byte[] read(AttachmentId id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (NoSuchFileException e) {
            throw new NoSuchElementException("There is no content of " + id + " in " + folder, e);
        } catch (IOException e) {
            throw new StoreException("Attachment " + id + " cannot be read in " + folder, e);
        }
    }

    /** Also what a crash left unfinished. A folder that is not there at all may come back, with what is in it. */
    @Override
    public void remove(AttachmentId id) {
        if (!Files.isDirectory(folder)) {
            throw new StoreException("Attachment " + id + " cannot be removed, there is no " + folder, null);
        }
        Path file = file(id);
        if (!Files.isDirectory(file.getParent())) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent(), id + "*")) {
            for (Path one : all) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new StoreException("Attachment " + id + " cannot be removed, in " + folder, e);
        }
    }

    /** Folders of a moderate size. The id is one of ours, and has no sign that a path could be made of. */
    private Path file(AttachmentId id) {
        return folder.resolve(id.value().substring(0, LETTERS_OF_A_FOLDER)).resolve(id.value());
    }
}
