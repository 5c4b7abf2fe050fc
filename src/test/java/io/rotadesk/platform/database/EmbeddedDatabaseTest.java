package io.rotadesk.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database survives a crash of the application. */
class EmbeddedDatabaseTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path place;

    private Path folder;

    private Process application;

    @BeforeEach
    void anApplicationHasADatabaseOpen() throws IOException {
        folder = place.resolve("postgresql");
        application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = application.inputReader();
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("the application came up").isNotNull();
        } while (!line.contains(DatabaseHolder.READY));
    }

    @AfterEach
    void stop() {
        application.destroyForcibly();
    }

    @Test
    void committedDataIsThereAfterTheApplicationWasKilled() throws Exception {
        application.destroyForcibly().waitFor();
        try (EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
            assertThat(words(again)).isEqualTo(1);
        }
        try (EmbeddedDatabase afterACleanStop = EmbeddedDatabase.start(folder)) {
            assertThat(words(afterACleanStop)).isEqualTo(1);
        }
    }

    @Test
    void secondApplicationOnTheSameFolderIsRefusedPlainly() throws Exception {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DatabaseFolderTakenException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("rotadesk.database.directory");
        application.destroyForcibly().waitFor();
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void eachDatabaseOfAProcessHasItsOwnPrograms() throws Exception {
        for (String name : new String[] {"one", "another"}) {
            EmbeddedDatabase.start(place.resolve(name)).close();
            assertThat(place.resolve(name + ".programs/unpacked")).isNotEmptyDirectory();
        }
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        application.destroyForcibly().waitFor();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String other = database.getJdbcUrl().replace("/postgres", "/template1");
            for (String password : new String[] {"", "postgres", "demo", "wrong", " "}) {
                for (String url : new String[] {
                    database.getJdbcUrl(),
                    other,
                    database.getJdbcUrl().replace("localhost", "127.0.0.1"),
                    database.getJdbcUrl() + "?options=-c%20search_path=public"
                }) {
                    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", password)
                                    .close())
                            .as(url + " with '" + password + "'")
                            .isInstanceOf(SQLException.class);
                }
            }
            for (String user : new String[] {"root", "rotadesk", System.getProperty("user.name"), "pg_monitor"}) {
                assertThatThrownBy(
                                () -> DriverManager.getConnection(database.getJdbcUrl(), user, database.getPassword())
                                        .close())
                        .as(user)
                        .isInstanceOf(SQLException.class);
            }
            assertThat(words(database)).isEqualTo(1);
            assertThat(answer(database, "show listen_addresses")).isEqualTo("localhost");
            assertThat(answer(database, "show unix_socket_directories")).isEmpty();
            assertThat(answer(database, "select rolpassword from pg_authid where rolname = 'postgres'"))
                    .startsWith("SCRAM-SHA-256$");
        }
    }

    @Test
    void folderOfAnEarlierVersionThatTrustedEverybodyIsClosed() throws Exception {
        application.destroyForcibly().waitFor();
        EmbeddedDatabase.start(folder).close();
        Files.delete(OwnPassword.in(folder).file());
        Files.writeString(folder.resolve("pg_hba.conf"), "local all all trust\nhost all all all trust\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(words(database)).isEqualTo(1);
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThat(Files.readString(folder.resolve("pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void passwordAndProgramsAreForTheOwnerOnly() throws Exception {
        Path password = OwnPassword.in(folder).file();
        assertThat(Files.readString(password).strip()).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolveSibling(folder.getFileName() + ".programs"))))
                .isEqualTo("rwx------");
    }

    private static String answer(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int words(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
