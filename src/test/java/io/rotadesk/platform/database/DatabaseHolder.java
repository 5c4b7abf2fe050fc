package io.rotadesk.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An application of its own process that keeps a database open until it is killed. */
final class DatabaseHolder {

    static final String READY = "database is open";

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (word text)");
            statement.execute("insert into kept values ('said')");
            System.out.println(READY);
            System.in.read();
        }
    }
}
