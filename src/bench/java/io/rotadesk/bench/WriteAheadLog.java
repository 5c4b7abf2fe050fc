package io.rotadesk.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server's log, without the whole pages that PostgreSQL writes at the first change of each after a checkpoint: they
 * depend on when the checkpoint was, not on what is measured.
 */
final class WriteAheadLog implements AutoCloseable {

    private final JdbcClient jdbc;

    private WriteAheadLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until it is closed, no whole pages are written. */
    static WriteAheadLog withoutPages(JdbcClient jdbc) {
        WriteAheadLog log = new WriteAheadLog(jdbc);
        log.pages("off");
        return log;
    }

    /** @return the number of bytes written so far */
    long written() {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
                .query(Long.class)
                .single();
    }

    private void pages(String on) {
        jdbc.sql("alter system set full_page_writes = " + on).update();
        jdbc.sql("select pg_reload_conf()").query().listOfRows();
        boolean wanted = on.equals("on");
        // The server takes the setting over some time after it was told.
        for (int attempt = 0; attempt < 100; attempt++) {
            jdbc.sql("checkpoint").update();
            if (jdbc.sql("select full_page_writes from pg_control_checkpoint()")
                            .query(Boolean.class)
                            .single()
                    == wanted) {
                return;
            }
        }
        throw new IllegalStateException("PostgreSQL does not take over full_page_writes = " + on);
    }

    @Override
    public void close() {
        pages("on");
    }
}
