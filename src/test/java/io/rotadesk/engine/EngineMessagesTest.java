package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EngineMessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        Properties chinese = read("/i18n/engine.properties");
        Properties english = read("/i18n/engine_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
        }
    }

    @Test
    void theProductsLanguageIsASetting() {
        assertThat(new EngineWording(Locale.forLanguageTag("zh-CN")).get("form.required", "姓名"))
                .isEqualTo("“姓名”必须填写");
        assertThat(new EngineWording(Locale.ENGLISH).get("form.required", "Name"))
                .isEqualTo("\"Name\" must be filled in");
        assertThat(new EngineWording(Locale.GERMAN).get("form.required", "Name"))
                .as("a language that we do not have")
                .isEqualTo("“Name”必须填写");
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader =
                new InputStreamReader(EngineMessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static TreeSet<String> arguments(String text) {
        TreeSet<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(arguments::add);
        return arguments;
    }
}
