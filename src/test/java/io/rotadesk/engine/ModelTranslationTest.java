package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rotadesk.engine.models.CallHandling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The English of models and forms is complete, and changes only texts for people. */
class ModelTranslationTest {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}");

    final Properties english = ModelTranslation.load(Locale.ENGLISH);

    @Test
    void everyTextHasItsEnglish() throws IOException {
        Map<String, String> chinese = texts();

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.keySet());
    }

    @Test
    void theEnglishShowsTheSameValues() throws IOException {
        texts().forEach((key, chinese) -> assertThat(templates(english.getProperty(key, "")))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(templates(chinese)));
    }

    @Test
    void noChineseIsLeftInTheEnglish() {
        assertThat(english).allSatisfy((key, text) -> assertThat((String) text).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void inEnglishATaskIsTheSameTaskWithAnEnglishName() throws IOException {
        byte[] translated =
                ModelTexts.replace("call-handling.bpmn", files().get("call-handling.bpmn"), english::getProperty);

        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(translated));
        UserTask task = model.getModelElementById(CallHandling.Task.PICK_UP_CALL);
        assertThat(task.getName()).isEqualTo("Pick up the call");
        assertThat(task.getDocumentations().iterator().next().getTextContent()).startsWith("L2.1, L2.2a: the agent");
        assertThat(task.getCamundaAssignee()).isEqualTo("${agent}");
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .contains(CallHandling.Message.CALL_RECEIVED, CallHandling.Message.CALL_ANSWERED);
    }

    @Test
    void inEnglishAFormAsksTheSameWithEnglishLabels() throws IOException {
        byte[] original = files().get("register-call.form");
        byte[] translated = ModelTexts.replace("register-call.form", original, english::getProperty);

        FormSchema before = FormSchema.parse(original);
        FormSchema after = FormSchema.parse(translated);
        assertThat(after.fields().keySet())
                .containsExactlyElementsOf(before.fields().keySet());
        after.fields().forEach((key, fields) -> {
            FormField field = fields.get(0);
            FormField was = before.fields().get(key).get(0);
            assertThat(field.label()).doesNotContainPattern("\\p{IsHan}");
            assertThat(rules(field)).isEqualTo(rules(was));
        });
    }

    @Test
    @Tag("L3.3")
    void inEnglishADecisionGivesTheSameCodesAndSaysItsSentencesInEnglish() throws IOException {
        assertThat(decision("tour-emphasis.dmn"))
                .contains("\"Smoke extraction, water, gas and power supply;", "\"catering\"")
                .doesNotContain("排烟、上下水");
        assertThat(decision("customer-status.dmn")).contains("\"ACTIVE\"", "\"LAPSED\"");
    }

    private String decision(String file) throws IOException {
        byte[] translated = ModelTexts.replace(file, files().get(file), english::getProperty);
        return Dmn.convertToString(Dmn.readModelFromStream(new ByteArrayInputStream(translated)))
                .replace("&quot;", "\"");
    }

    @Test
    void chineseIsLeftAsItIsWritten() throws IOException {
        ModelTranslation translation = new ModelTranslation(new EngineWording(Locale.SIMPLIFIED_CHINESE));
        byte[] original = files().get("call-handling.bpmn");

        assertThat(translation.translate("call-handling.bpmn", original)).isSameAs(original);
    }

    private static Object rules(FormField field) {
        ObjectNode rules = field.component().deepCopy();
        rules.remove(List.of("label", "description", "dateLabel", "appearance"));
        rules.path("values").forEach(option -> ((ObjectNode) option).remove("label"));
        return rules;
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (var file : files().entrySet()) {
            ModelTexts.replace(file.getKey(), file.getValue(), (key, text) -> {
                texts.put(key, text);
                return text;
            });
        }
        return texts;
    }

    private static Map<String, byte[]> files() throws IOException {
        return new ModelFolders(List.of(Path.of("processes"), Path.of("forms"))).read();
    }

    private static List<String> templates(String text) {
        return TEMPLATE.matcher(text).results().map(MatchResult::group).toList();
    }
}
