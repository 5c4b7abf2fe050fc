package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner puts what another form shows on a form, in Modeler alone. */
class EditedFormTest extends CallScenario {

    private static final String OWN = "<camunda:inputParameter name=\"pickUpCall\">";

    @Autowired
    RepositoryService repository;

    String deployment;

    @AfterEach
    void remove() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void allThatAnotherFormShowsIsOneMoreInput() throws IOException {
        deploy(
                "<camunda:inputParameter name=\"registerCall\">${calls.registerCall(callId)}</camunda:inputParameter>",
                "{{customerName}}, {{customerPhone}}, {{callerLine}}");
        assertThat(shown("customerName", "customerPhone", "callerLine"))
                .containsEntry("customerName", "李先生")
                .hasEntrySatisfying(
                        "customerPhone", phone -> assertThat((String) phone).contains("138"))
                .hasEntrySatisfying(
                        "callerLine", line -> assertThat((String) line).contains("李先生"));
    }

    @Test
    void oneValueOfAnotherFormIsTakenByItsName() throws IOException {
        deploy(
                "<camunda:inputParameter name=\"who\">${views.value(calls.registerCall(callId),"
                        + " 'customerName')}</camunda:inputParameter><camunda:inputParameter"
                        + " name=\"greeting\">${calls.agentName(agent)}</camunda:inputParameter>",
                "{{who}}");
        // An input of its own wins over the form's view.
        assertThat(shown("who", "greeting"))
                .containsEntry("who", "李先生")
                .hasEntrySatisfying(
                        "greeting",
                        text -> assertThat((String) text).isNotBlank().doesNotContain("您好"));
    }

    private Map<String, Object> shown(String... names) {
        customerOf(department.callTeam().get(0), CALLER_E164, Duration.ofDays(1));
        CallKey key = ringsFrom(CALLER);
        Task task = taskAt(key, CallHandling.Task.PICK_UP_CALL);
        return engine.getFormService().getTaskFormVariables(task.getId(), List.of(names), true);
    }

    private void deploy(String inputs, String text) throws IOException {
        var edited = repository.createDeployment();
        for (String folder : List.of("processes", "forms")) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    String content = Files.readString(file);
                    if (name.equals("call-handling.bpmn")) {
                        assertThat(content).contains(OWN);
                        edited.addString(name, content.replace(OWN, inputs + OWN));
                    } else if (name.equals("pick-up-call.form")) {
                        assertThat(content).contains("{{callerLine}}");
                        edited.addString(name, content.replace("{{callerLine}}", text));
                    } else if (!name.endsWith(".bpmn")) {
                        edited.addString(name, content);
                    }
                }
            }
        }
        deployment = edited.deploy().getId();
    }
}
