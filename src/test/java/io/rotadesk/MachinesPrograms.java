package io.rotadesk;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Programs that a test needs and that are this machine's own, never downloaded. */
public final class MachinesPrograms {

    /** Servers are here, and not on everybody's PATH. */
    private static final List<String> FOR_ADMINISTRATORS = List.of("/usr/sbin", "/usr/local/sbin");

    private MachinesPrograms() {}

    /** @return the first of these programs that there is */
    public static Optional<Path> find(List<String> names) {
        List<String> folders = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        FOR_ADMINISTRATORS.stream())
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The reason for not running a test: it is said aloud, and an error where {@code CI=true}.
     *
     * @param tests the tests that need it, such as BROWSER TESTS
     * @param message what is missing, and what to install
     */
    public static RuntimeException missing(String tests, String message) {
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(message);
        }
        Stream.of("", "  " + tests + " SKIPPED: " + message, "").forEach(System.err::println);
        return new TestAbortedException(message);
    }
}
