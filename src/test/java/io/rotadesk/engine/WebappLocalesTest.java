package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasklist, Cockpit, Admin and Welcome speak Chinese completely, also after an update of the engine with new texts.
 */
class WebappLocalesTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextOfTheEngineHasAChineseOne(String app) throws IOException {
        Map<String, String> english = labels(app, "en");
        Map<String, String> chinese = labels(app, "zh-CN");

        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> {
            if (!text.isEmpty()) {
                assertThat(chinese.get(key)).as("%s: %s", app, key).isNotBlank();
            }
        });
    }

    /** Tasklist has English words of ours too; a new version of the engine may bring texts that they lack. */
    @Test
    void ourEnglishTextsAreAllOfTheEngines() throws IOException {
        List<Set<String>> keys = new ArrayList<>();
        for (URL file : Collections.list(getClass().getClassLoader().getResources(APPS + "tasklist/locales/en.json"))) {
            String text = new String(file.openStream().readAllBytes(), StandardCharsets.UTF_8);
            Set<String> labels = new TreeSet<>();
            JSON.readTree(text.replace("\uFEFF", "")).get("labels").fieldNames().forEachRemaining(labels::add);
            keys.add(labels);
        }
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersAndLinksSurviveTheTranslation(String app) throws IOException {
        Map<String, String> chinese = labels(app, "zh-CN");

        labels(app, "en")
                .forEach((key, text) -> assertThat(placeholders(chinese.get(key)))
                        .as("%s: %s", app, key)
                        .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void sentencesAreTranslatedNotCopied(String app) throws IOException {
        Map<String, String> chinese = labels(app, "zh-CN");

        labels(app, "en").forEach((key, text) -> {
            if (text.contains(" ")) {
                assertThat(chinese.get(key)).as("%s: %s", app, key).containsPattern(HAN);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesAreWrittenTheChineseWay(String app) throws IOException {
        JsonNode english = locale(app, "en").get("dateLocales");
        JsonNode chinese = locale(app, "zh-CN").get("dateLocales");

        assertThat(shape(chinese)).isEqualTo(shape(english));
        assertThat(chinese.at("/longDateFormat/LL").asText()).isEqualTo("YYYY年M月D日");
        assertThat(chinese.at("/weekdays/0").asText()).isEqualTo("星期日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void oursAreFoundBeforeTheEngines(String app) {
        for (String file : List.of("/scripts/config.js", "/styles/user-styles.css")) {
            URL found = getClass().getClassLoader().getResource(APPS + app + file);

            assertThat(found).as(app + file).isNotNull();
            assertThat(found.getProtocol()).as(app + file).isEqualTo("file");
        }
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        locale(app, language)
                .get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode locale(String app, String language) throws IOException {
        String path = APPS + app + "/locales/" + language + ".json";
        try (InputStream file = WebappLocalesTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            // The engine's own files begin with a byte order mark.
            return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /** The placeholders and the HTML tags of a text, sorted: their order differs from language to language. */
    private static List<String> placeholders(String text) {
        List<String> found = new ArrayList<>(PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group().replace(" ", ""))
                .toList());
        found.addAll(Pattern.compile("</?[a-z]+( [^>]*)?/?>")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .filter(tag -> !List.of("<null>", "<undefined>", "<definition>", "<version>")
                        .contains(tag))
                .toList());
        Collections.sort(found);
        return found;
    }

    private static Map<String, Integer> shape(JsonNode dateLocales) {
        return dateLocales.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }
}
