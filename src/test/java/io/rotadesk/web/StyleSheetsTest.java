package io.rotadesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A browser says nothing of a style sheet that is broken in the middle: the rest of it has no effect. */
class StyleSheetsTest {

    static Stream<Resource> ours() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        return Stream.of("static", "META-INF/resources/webjars/camunda")
                .flatMap(folder -> found(resources, "file:src/main/resources/" + folder + "/**/*.css"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyRuleIsClosed(Resource sheet) throws IOException {
        String css = sheet.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        int open = 0;
        for (String line : css.lines().toList()) {
            for (char c : line.toCharArray()) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            assertThat(open).as("rules that are open after: %s", line).isBetween(0, line.startsWith(" ") ? 2 : 1);
        }
        assertThat(open).as("rules that are open at the end").isZero();
    }

    private static Stream<Resource> found(PathMatchingResourcePatternResolver resources, String pattern) {
        try {
            return Stream.of(resources.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
