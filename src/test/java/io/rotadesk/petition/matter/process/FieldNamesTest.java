package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal names a field as the form does, in both languages. */
@Tag("P2")
@Tag("P4")
class FieldNamesTest {

    private static final Path TEXTS = Path.of("src/main/resources/i18n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receive-petitioner",
                "settle-on-the-spot",
                "set-handling-plan",
                "handle-matter",
                "decide-extension",
                "tell-extension",
                "reply-to-petitioner",
                "attend-scene",
                "review-event",
                "propose-transfer",
                "accept-transfer",
                "decide-transfer",
                "name-responsible",
                "coordinate",
                "report-to-superior",
                "give-instruction"
            })
    void aRefusalNamesTheFieldByItsLabel(String form) throws IOException {
        Properties chinese = texts("matter.properties");
        Properties english = texts("matter_en.properties");
        Properties models = texts("models_en.properties");
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile());
        for (JsonNode key : schema.findValues("key")) {
            String field = key.asText();
            String name = chinese.getProperty("field." + field);
            if (name == null) {
                continue;
            }
            JsonNode component = component(schema, field);
            String label = component.has("dateLabel") ? "dateLabel" : "label";
            assertThat(name).as(field).isEqualTo(component.path(label).asText());
            assertThat(english.getProperty("field." + field))
                    .as(field + " in English")
                    .isEqualTo(models.getProperty(form + "." + field + "." + label));
        }
    }

    private static JsonNode component(JsonNode within, String key) {
        for (JsonNode parent : within.findParents("key")) {
            if (key.equals(parent.path("key").asText())) {
                return parent;
            }
        }
        throw new IllegalStateException(key);
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
