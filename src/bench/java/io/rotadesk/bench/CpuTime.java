package io.rotadesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processor time used, which compares systems even on a busy machine, where elapsed time does not.
 *
 * @param java used by this process, in milliseconds
 * @param database used by the server processes that exist now, in milliseconds; 0 without {@code /proc}
 */
record CpuTime(double java, double database) {

    /** The units of a processor's second, as Linux counts them. */
    private static final double TICKS_A_SECOND = 100;

    static CpuTime now(JdbcClient jdbc) {
        double java = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
        double database = jdbc.sql("select pid from pg_stat_activity").query(Long.class).list().stream()
                .mapToDouble(CpuTime::ofProcess)
                .sum();
        return new CpuTime(java, database);
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(java - before.java, database - before.database);
    }

    private static double ofProcess(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // After the name in brackets; user and system time are fields 14 and 15 of the line.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND * 1000;
        } catch (IOException e) {
            return 0;
        }
    }
}
