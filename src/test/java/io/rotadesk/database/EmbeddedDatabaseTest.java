package io.rotadesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The database of the application's own survives what happens to the application. */
class EmbeddedDatabaseTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private Process application;

    @BeforeEach
    void anApplicationHasADatabaseOpen() throws IOException {
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
    void whatWasCommittedIsThereAfterTheApplicationWasKilled() throws Exception {
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

    private static int words(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
