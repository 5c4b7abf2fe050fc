package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every page says everything in Chinese and in English. */
class DeskMessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z.]+[A-Za-z])[}(]");

    static Stream<String> bundles() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:i18n/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> name.startsWith("desk") || name.startsWith("setup") || name.startsWith("input"))
                .filter(name -> !name.contains("_en"))
                .map(name -> name.replace(".properties", ""));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameTextsWithTheSameGaps(String bundle) throws IOException {
        Properties chinese = read(bundle);
        Properties english = read(bundle + "_en");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames().forEach(key -> {
            assertThat(gaps(english.getProperty(key))).as(key).isEqualTo(gaps(chinese.getProperty(key)));
            if (gaps(english.getProperty(key)) == 0) {
                assertThat(english.getProperty(key))
                        .as("without gaps a quote stands alone: " + key)
                        .doesNotContain("''");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextOfAPageIsInTheBundles(String template) throws IOException {
        Properties all = new Properties();
        for (String bundle : (Iterable<String>) bundles()::iterator) {
            all.putAll(read(bundle));
        }
        Matcher used = USED.matcher(text("templates/desk/" + template).replaceAll("(?s)<!--.*?-->", ""));
        while (used.find()) {
            assertThat(all).containsKey(used.group(1));
        }
    }

    static Stream<String> templates() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:templates/desk/**/*.html"))
                .map(DeskMessagesTest::path)
                .map(path -> path.substring(path.indexOf("templates/desk/") + "templates/desk/".length()));
    }

    private static String path(Resource resource) {
        try {
            return resource.getURL().getPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long gaps(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(gap -> gap.group())
                .distinct()
                .count();
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        var file = DeskMessagesTest.class.getResourceAsStream("/i18n/" + bundle + ".properties");
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String text(String path) throws IOException {
        try (var file = DeskMessagesTest.class.getResourceAsStream("/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
