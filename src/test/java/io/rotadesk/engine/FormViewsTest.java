package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** A view has what its form shows, and nothing else. */
@RotaDeskTest
class FormViewsTest {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** A value that a text shows by itself. */
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

    private static final Set<String> OF_THE_EDITOR = Set.of("type", "id", "exporter", "executionPlatform", "layout");

    @Autowired
    ModelBeans beans;

    @Autowired
    ObjectProvider<ProcessVariables> declared;

    static Stream<Path> models() throws IOException {
        return ModelConventionsTest.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyPartOfAViewIsOnTheForm(Path model) {
        userTasks(model).forEach(task -> {
            JsonNode form = form(task);
            Set<String> known = new HashSet<>(FormSchema.of(form).fields().keySet());
            texts(form).forEach(text -> known.addAll(found(NAME, text, 0)));
            inputs(task)
                    .flatMap(input -> view(input).stream())
                    .forEach(view -> assertThat(known)
                            .as("keys of %s, form of %s", task.getCamundaFormRef(), task.getId())
                            .containsAll(view.names()));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatAFormShowsHasAValue(Path model) {
        Set<String> variables = new HashSet<>();
        declared.stream()
                .filter(process -> Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(Process.class).stream()
                        .anyMatch(one -> one.getId().equals(process.processDefinitionKey())))
                .forEach(process -> variables.addAll(process.names()));
        userTasks(model).forEach(task -> {
            Set<String> given = new HashSet<>(variables);
            inputs(task)
                    .forEach(input ->
                            given.addAll(view(input).map(ViewParts::names).orElse(Set.of(input.getCamundaName()))));
            JsonNode form = form(task);
            Set<String> shown =
                    texts(form).flatMap(text -> found(SHOWN, text, 1).stream()).collect(Collectors.toSet());
            form.findValuesAsText("valuesKey").forEach(shown::add);
            assertThat(given)
                    .as("values for %s, form of %s", task.getCamundaFormRef(), task.getId())
                    .containsAll(shown);
        });
    }

    /** An entry is a field: it starts empty, and its value stays with the task. */
    @ParameterizedTest
    @MethodSource("models")
    void everyEntryOfAViewIsAField(Path model) {
        userTasks(model)
                .forEach(task -> inputs(task)
                        .flatMap(input -> view(input).stream())
                        .forEach(view -> assertThat(
                                        FormSchema.of(form(task)).fields().keySet())
                                .as("fields of %s, form of %s", task.getCamundaFormRef(), task.getId())
                                .containsAll(view.accessors().entrySet().stream()
                                        .filter(part -> part.getValue().length == 0)
                                        .map(Map.Entry::getKey)
                                        .toList())));
    }

    private Optional<ViewParts> view(CamundaInputParameter input) {
        return new ModelExpression(input.getTextContent()).view(beans);
    }

    private static Stream<UserTask> userTasks(Path model) {
        return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class).stream();
    }

    private static Stream<CamundaInputParameter> inputs(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> input.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task));
    }

    private static JsonNode form(UserTask task) {
        try {
            return new ObjectMapper().readTree(Files.readString(Path.of("forms", task.getCamundaFormRef() + ".form")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All texts in the form, with its expressions, and the keys of its lists; not the words of the form's own language. */
    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        return node.isObject()
                ? node.properties().stream()
                        .filter(part -> !OF_THE_EDITOR.contains(part.getKey()))
                        .flatMap(part -> texts(part.getValue()))
                : StreamSupport.stream(node.spliterator(), false).flatMap(FormViewsTest::texts);
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toSet());
    }
}
