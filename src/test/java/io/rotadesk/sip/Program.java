package io.rotadesk.sip;

import io.rotadesk.MachinesPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the test, with a folder of its own; what it says stays there. */
final class Program implements AutoCloseable {

    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Process process;
    private final Path said;

    private Program(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param folder in which it runs */
    static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(folder);
        Path said = folder.resolve("said.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Program(builder.redirectOutput(said.toFile()).start(), said);
    }

    /**
     * Where a program is.
     *
     * @throws org.opentest4j.TestAbortedException if there is none on this machine
     * @throws IllegalStateException instead if {@code CI=true}, where it is required
     */
    static String path(String name, String debianPackage) {
        return MachinesPrograms.find(List.of(name))
                .map(Path::toString)
                .orElseThrow(() -> MachinesPrograms.missing(
                        "SIP TESTS", "No " + name + " on PATH; install " + debianPackage + " to run SIP tests"));
    }

    /** A port on loopback at which nobody listens just now. */
    static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** All that it has said so far. */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException if it goes on for longer
     */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Still runs after " + within + ": " + said());
        }
        return process.exitValue();
    }

    /** Ends it with all that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
