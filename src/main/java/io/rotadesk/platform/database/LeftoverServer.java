package io.rotadesk.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL server of an application that was killed: it outlives the application and keeps the data folder. */
record LeftoverServer(Path dataFolder) {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final String LIBRARY_LOCK_FILE = "epg-lock";
    private static final long STOP_SECONDS = 20;

    static LeftoverServer in(Path dataFolder) {
        return new LeftoverServer(dataFolder);
    }

    /**
     * Stops the server if there is one and its application is gone.
     *
     * @throws DatabaseFolderTakenException when the application that started it still runs
     */
    void stop() throws IOException {
        if (applicationRuns()) {
            throw new DatabaseFolderTakenException(dataFolder);
        }
        Optional<ProcessHandle> server = process();
        if (server.isEmpty()) {
            return;
        }
        log.warn(
                "Stopping the PostgreSQL server (process {}) that an earlier run left behind",
                server.get().pid());
        server.get().destroy();
        try {
            server.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("PostgreSQL process " + server.get().pid() + " did not stop; stop it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL", e);
        }
    }

    /**
     * The library holds a file lock for as long as the application lives; the operating system frees it when the
     * process ends.
     */
    private boolean applicationRuns() throws IOException {
        Path lockFile = dataFolder.resolve(LIBRARY_LOCK_FILE);
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        // After a reboot the number may belong to something else.
        return ProcessHandle.of(pid)
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false));
    }
}
