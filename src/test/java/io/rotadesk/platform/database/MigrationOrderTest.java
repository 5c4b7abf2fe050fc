package io.rotadesk.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * A database of the version landed before is brought up to date: Flyway refuses a step that stands before one that was done, and
 * one that was done and is another now.
 */
class MigrationOrderTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path LANDED = Path.of("src/test/resources/landed/migrations.txt");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

    @Test
    void newStepsComeAfterThoseThatWereDone() throws IOException {
        Map<String, String> landed = landed();
        int last = landed.keySet().stream()
                .mapToInt(MigrationOrderTest::number)
                .max()
                .orElseThrow();

        assertThat(steps().filter(step -> !landed.containsKey(step)))
                .as("new steps have numbers above %s", last)
                .allMatch(step -> number(step) > last);
    }

    @Test
    void doneStepsAreNeverEdited() throws IOException {
        for (Map.Entry<String, String> done : landed().entrySet()) {
            var checksum = new CRC32();
            checksum.update(Files.readAllBytes(MIGRATIONS.resolve(done.getKey())));

            assertThat(String.format("%08x", checksum.getValue()))
                    .as(done.getKey())
                    .isEqualTo(done.getValue());
        }
    }

    /** The checksums of the files by name. */
    private static Map<String, String> landed() throws IOException {
        return Files.readAllLines(LANDED).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Stream<String> steps() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static int number(String step) {
        Matcher matcher = NUMBER.matcher(step);
        assertThat(matcher.matches()).as("%s begins with its number", step).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
