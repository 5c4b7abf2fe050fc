package io.rotadesk.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps everybody but the application out of its PostgreSQL, other users of the same computer too. The library makes
 * folders in which everybody is trusted, and so did earlier versions of Rota Desk. So the rules are written again
 * before each start, and a superuser without a password gets one while no server listens.
 *
 * @param programs where PostgreSQL's programs are unpacked
 */
record ClosedDoor(Path programs, OwnPassword kept, String password) {

    private static final String RULES = """
            # Written by Rota Desk before each start.
            host all postgres 127.0.0.1/32 scram-sha-256
            host all postgres ::1/128 scram-sha-256
            """;

    private static final long SECONDS = 60;

    /** @param dataFolder of a server that does not run */
    void close(File dataFolder) {
        try {
            Files.writeString(dataFolder.toPath().resolve("pg_hba.conf"), RULES);
            if (!kept.exists()) {
                setPassword(dataFolder);
                kept.keep(password);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + dataFolder + " could not be closed to others", e);
        }
    }

    /** Runs the server in single-user mode, in which nobody can connect. */
    private void setPassword(File dataFolder) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL does not run as root; the library starts the server in the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(server().toString(), "--single", "-D", dataFolder.getPath(), "postgres"));
        Process single = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var statements = single.getOutputStream()) {
            statements.write(("set password_encryption = 'scram-sha-256';\n" + "alter user postgres with password '"
                            + password + "';\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(single.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!single.waitFor(SECONDS, TimeUnit.SECONDS) || single.exitValue() != 0 || said.contains("ERROR:")) {
                single.destroy();
                throw new IOException("PostgreSQL did not take a password: " + said.replace(password, "…"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while giving PostgreSQL a password", e);
        }
    }

    private Path server() throws IOException {
        try (Stream<Path> unpacked = Files.list(programs)) {
            return unpacked.map(folder -> folder.resolve("bin").resolve(executable()))
                    .filter(Files::exists)
                    .max(Comparator.comparing(ClosedDoor::unpacked))
                    .orElseThrow(() -> new IOException("No PostgreSQL in " + programs));
        }
    }

    private static String executable() {
        return File.separatorChar == '\\' ? "postgres.exe" : "postgres";
    }

    /** An upgrade leaves the old programs behind. */
    private static long unpacked(Path server) {
        return server.getParent().resolveSibling(".exists").toFile().lastModified();
    }
}
