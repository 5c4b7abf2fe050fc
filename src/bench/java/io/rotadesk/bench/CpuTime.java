package io.rotadesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processor time used so far, which compares systems even on a busy machine, where elapsed time does not.
 *
 * @param java used by this process with all its threads, in milliseconds
 * @param database used by each process of the server that exists now, in milliseconds; empty without {@code /proc}
 */
record CpuTime(double java, Map<Long, Double> database) {

    /** The units of a processor's second, as Linux counts them. */
    private static final double TICKS_A_SECOND = 100;

    /**
     * The processor time of some work.
     *
     * @param database null where processes cannot be looked at, as on Windows
     */
    record Used(double java, Double database) {

        Double total() {
            return database == null ? null : java + database;
        }
    }

    static CpuTime now(JdbcClient jdbc) {
        double java = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
        Map<Long, Double> database = new HashMap<>();
        for (long pid :
                jdbc.sql("select pid from pg_stat_activity").query(Long.class).list()) {
            Double time = ofProcess(pid);
            if (time != null) {
                database.put(pid, time);
            }
        }
        return new CpuTime(java, database);
    }

    /** @return for each of so many pieces of work; processes that ended meanwhile are left out */
    Used since(CpuTime before, int pieces) {
        double used = database.entrySet().stream()
                .mapToDouble(process -> process.getValue() - before.database.getOrDefault(process.getKey(), 0.0))
                .sum();
        return new Used((java - before.java) / pieces, database.isEmpty() ? null : used / pieces);
    }

    private static Double ofProcess(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // After the name in brackets; user and system time are fields 14 and 15 of the line.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND * 1000;
        } catch (IOException e) {
            return null;
        }
    }
}
