package io.rotadesk.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A PostgreSQL server that belongs to this application: its data folder is kept between starts, and a server that
 * outlived a killed application is stopped before the new one starts. It listens on the loopback address only and lets
 * nobody in who does not have its password, which is in a file of the data folder.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts the server on a free port.
     *
     * @param directory the data folder; made when missing
     * @throws DatabaseFolderTakenException when another running application uses the folder
     * @throws NoDatabaseException when this build has no PostgreSQL for this system
     */
    static EmbeddedDatabase start(Path directory) {
        Path data = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data);
            LeftoverServer.in(data).stop();
            log.info("Starting PostgreSQL with its data in {}", data);
            OwnPassword kept = OwnPassword.in(data);
            String password = kept.exists() ? kept.read() : OwnPassword.random();
            Path programs = programs(data);
            var postgres = EmbeddedPostgres.builder()
                    // A resolver of our own: the library would go on with the folder of any other server of this
                    // process.
                    .setPgBinaryResolver(new OwnPrograms(DefaultPostgresBinaryResolver.INSTANCE))
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setDataDirectoryCustomizer(new ClosedDoor(programs, kept, password)::close)
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_TIMEOUT)
                    .setLocaleConfig("locale", "C")
                    // The library is made for throw-away test data and switches these off; our registers must survive a
                    // crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return new EmbeddedDatabase(postgres, password);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start with its data in " + data, e);
        }
    }

    /**
     * Beside the data, for the owner only: the library's own folder is open to everybody, and others could put their
     * programs there.
     */
    private static Path programs(Path data) throws IOException {
        Path closed = data.resolveSibling(data.getFileName() + ".programs");
        Files.createDirectories(closed);
        if (closed.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
        return Files.createDirectories(closed.resolve("unpacked"));
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
