package io.rotadesk.platform.lookup;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs searches of registers. The database plans each of them for the unit, the person and the text that are looked for.
 * After some runs it would keep one plan for all: it would take each unit to be as small as most are, and go through all
 * entries of a large one.
 */
@Component
public class SearchStatements {

    /** Never keeps a statement on the server, whose plan could be kept with it. */
    private static final int NEVER = 0;

    private final JdbcClient db;

    SearchStatements(DataSource database) {
        this.db = JdbcClient.create(new JdbcTemplate(database) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                super.applyStatementSettings(statement);
                statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
            }
        });
    }

    public JdbcClient db() {
        return db;
    }
}
