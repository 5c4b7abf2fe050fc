package io.rotadesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the usual causes of unstable tests in their sources. See docs/testing.md. */
class CertainTest {

    /** A search for a few digits that must not occur: an id, a time or a port contains them by chance. */
    private static final Pattern FEW_DIGITS = Pattern.compile("doesNotContain\\w*\\([^;]*?\"[0-9 +-]{1,8}\""
            + "|none(?:Match|Satisfy)\\([^;]*?contains\\(\"[0-9 +-]{1,8}\"");

    private static final Pattern NO_SEED =
            Pattern.compile("ThreadLocalRandom|Math[.]random|new (?:java[.]util[.])?Random\\(\\)");

    private static final Pattern MACHINES_LANGUAGE = Pattern.compile("[.]to(?:Lower|Upper)Case\\(\\)");

    /** Places whose subject is real time, or which measure a limit with it. */
    private static final Pattern MACHINES_TIME = Pattern.compile(
            "(?:Instant|LocalDate|LocalDateTime|YearMonth)[.]now\\(\\)|Clock[.]system|System[.]currentTimeMillis");

    @Test
    void noTestLooksForAFewDigitsWhereNoneMayBe() {
        assertThat(found("src/test/java", ".java", FEW_DIGITS)).isEmpty();
    }

    @Test
    void randomValuesInATestHaveASeed() {
        assertThat(found("src/test/java", ".java", NO_SEED)).isEmpty();
        assertThat(found("src/bench/java", ".java", NO_SEED)).isEmpty();
    }

    @Test
    void noTestReadsTheMachinesClock() {
        assertThat(found("src/test/java", ".java", MACHINES_TIME)).isEmpty();
    }

    @Test
    void nothingDependsOnTheMachinesLanguage() {
        assertThat(found("src/main/java", ".java", MACHINES_LANGUAGE)).isEmpty();
        assertThat(found("src/main/resources/templates", ".html", MACHINES_LANGUAGE))
                .isEmpty();
        assertThat(found("src/test/java", ".java", MACHINES_LANGUAGE)).isEmpty();
        assertThat(found("src/bench/java", ".java", MACHINES_LANGUAGE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'.noneMatch(value -> value.contains(\"孙\") || value.contains(\"139\"));', true",
        "'assertThat(page).doesNotContain(\"村口\", \"138 00\");', true",
        "'assertThat(page).doesNotContain(\"13800000055\", \"村口\");', false",
        "'assertThat(page).contains(\"139\");', false"
    })
    void theRuleAboutDigitsFindsThem(String line, boolean found) {
        assertThat(FEW_DIGITS.matcher(line).find()).isEqualTo(found);
    }

    /** @return file and words of each place */
    private static List<String> found(String folder, String ending, Pattern unwanted) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("CertainTest.java"))
                    .flatMap(file -> unwanted.matcher(read(file))
                            .results()
                            .map(place -> file.getFileName() + ": " + place.group()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
