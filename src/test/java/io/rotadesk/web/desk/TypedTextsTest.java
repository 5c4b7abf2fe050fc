package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was written is given back, and nothing else. */
class TypedTextsTest {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");

    @Test
    void aTextThatLooksWrittenIsGivenBackOnce() {
        assertThat(typed("text", " 路已修好。\n明天验收 ")).containsExactly("路已修好。\n明天验收");
        assertThat(typed("note", "on holiday")).containsExactly("on holiday");
        assertThat(new TypedTexts("POST", Map.of("a", new String[] {"同样", "同样"})).all())
                .containsExactly("同样");
    }

    @Test
    void choicesAndIdsAreNot() {
        for (String value :
                List.of("town", "2026-03-02", "0f8fad5b-d9cb-469f-a165-70867728950e", "13800000001", " ", "")) {
            assertThat(typed("field", value)).as(value).isEmpty();
        }
        assertThat(new TypedTexts("GET", Map.of("q", new String[] {"道路"})).all())
                .as("a search")
                .isEmpty();
    }

    @Test
    void noFieldThatHidesWhatIsTypedIsGivenBack() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            Set<String> hidden = files.filter(Files::isRegularFile)
                    .flatMap(file -> INPUT.matcher(read(file)).results())
                    .map(input -> input.group())
                    .filter(input -> input.contains("type=\"password\""))
                    .flatMap(input -> NAME.matcher(input).results())
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
            assertThat(hidden).contains("password", "wanted", "secret");
            hidden.forEach(name -> assertThat(typed(name, "我的 口令")).as(name).isEmpty());
        }
        assertThat(typed("_csrf", "a b")).isEmpty();
        assertThat(typed("code", "ABCD EFGH")).as("a petitioner's code").isEmpty();
    }

    private static List<String> typed(String name, String value) {
        return new TypedTexts("POST", Map.of(name, new String[] {value})).all();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
