package io.rotadesk.web.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.ListedTask;
import io.rotadesk.staff.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWordingTest {

    private final ListWording words = new ListWording(Locale.SIMPLIFIED_CHINESE);

    /** A model that a process owner adds says it itself, or its button is called as in every task list. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theButtonOfEveryStepSaysWhatItDoes(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        List<String> nameless = new ArrayList<>();
        for (ListedTask step : steps()) {
            String key = "button." + step.process() + "." + step.step();
            if (words.find(locale, key, "").isBlank()) {
                nameless.add(key);
            }
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void theModelsOwnWordsComeFirst() {
        ListedTask added = new ListedTask("1", "own-process", "Task_New", "新的", "unit", "1", null);
        assertThat(words.button(added, Locale.SIMPLIFIED_CHINESE)).isEqualTo("完成");
        assertThat(words.button(added, Locale.ENGLISH)).isEqualTo("Complete");
        ListedTask named = new ListedTask("1", "call-handling", "Task_RegisterCall", "填写来电登记表", "unit", "1", "入册");
        assertThat(words.button(named, Locale.ENGLISH)).isEqualTo("入册");
    }

    @Test
    void theSentenceOfWhatWasKeptHasNoEmptyEnd() {
        ListedTask registered = new ListedTask("1", "call-handling", "Task_RegisterCall", "填写来电登记表", "unit", "1", null);
        assertThat(words.kept(registered, "周先生", Locale.SIMPLIFIED_CHINESE)).contains("已登记来电：周先生");
        assertThat(words.kept(registered, "", Locale.ENGLISH)).contains("The call is registered");
        ListedTask answered = new ListedTask("1", "call-handling", "Task_PickUpCall", "接听来电", "unit", "1", null);
        assertThat(words.kept(answered, "周先生", Locale.ENGLISH)).isEqualTo(Optional.empty());
    }

    @Test
    void aPersonIsToldByNameAndLastDigitsAsFarAsTheyAreKnown() {
        assertThat(about(Subject.person("周先生", "+8613712345678", null))).isEqualTo("周先生 · 尾号 5678");
        assertThat(about(Subject.person(null, "+8613712345678", null))).isEqualTo("尾号 5678");
        assertThat(about(Subject.person("周先生", "", null))).isEqualTo("周先生");
        assertThat(about(Subject.person(null, null, null))).isEqualTo("未留姓名和号码");
        assertThat(about(Subject.person("田大爷", null, null).noted("2026-000123")))
                .isEqualTo("田大爷 · 2026-000123");
        assertThat(about(Subject.thing("2026-11-30", null))).isEqualTo("2026-11-30");
    }

    private String about(Subject subject) {
        return words.about(subject, Locale.SIMPLIFIED_CHINESE);
    }

    private static List<ListedTask> steps() throws IOException {
        List<ListedTask> steps = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                var model = Bpmn.readModelFromFile(file.toFile());
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(UserTask.class)
                        .forEach(task -> steps.add(
                                new ListedTask("1", process, task.getId(), task.getName(), "unit", "1", null)));
            }
        }
        assertThat(steps).hasSizeGreaterThan(40);
        return steps;
    }
}
