package io.rotadesk.staff.notice.channel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** Reads columns that several tables here have. */
final class Rows {

    private Rows() {}

    static QuietHours quiet(ResultSet row) throws SQLException {
        return new QuietHours(row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_to", LocalTime.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
