package io.rotadesk.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The tasks that must catch a person's eye at once. A model marks them by the extension property {@code ring}, whose
 * value is the name of the variable that says who is calling; the task's due date, if it has one, is the end of the
 * ring.
 */
@Component
public class RingingTasks {

    private static final String PROPERTY = "ring";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final TaskProperties properties;
    private final StepNames names;
    private final ObjectProvider<OtherRings> others;
    private final Clock clock;

    RingingTasks(
            TaskService tasks,
            RepositoryService repository,
            TaskProperties properties,
            StepNames names,
            ObjectProvider<OtherRings> others,
            Clock clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.properties = properties;
        this.names = names;
        this.others = others;
        this.clock = clock;
    }

    /** @return the person's tasks and those that they may claim, most urgent first */
    public List<RingingTask> of(String login) {
        Instant now = clock.instant();
        Stream<Task> own = tasks.createTaskQuery().taskAssignee(login).active().orderByDueDate().asc().list().stream()
                .filter(task -> task.getDueDate() == null
                        || task.getDueDate().toInstant().isAfter(now));
        Stream<Task> nobodys =
                tasks.createTaskQuery().taskCandidateUser(login).active().orderByDueDate().asc().list().stream();
        Stream<RingingTask> ofTasks = Stream.concat(own, nobodys)
                .flatMap(task -> lineVariable(task).flatMap(variable -> ringing(task, variable)).stream());
        Stream<RingingTask> withoutTask = others.stream().flatMap(other -> other.of(login).stream());
        return Stream.concat(withoutTask, ofTasks).toList();
    }

    private Optional<RingingTask> ringing(Task task, String variable) {
        try {
            String inForm = Objects.toString(tasks.getVariable(task.getId(), variable), "");
            String line = FormMarkdown.plain(inForm);
            if (line.isBlank()) {
                // Nobody is there yet: an appointment rings when the visitor has come.
                return Optional.empty();
            }
            // An unclaimed task rings until somebody claims it.
            Date due = task.getAssignee() == null ? null : task.getDueDate();
            return Optional.of(new RingingTask(task.getId(), names(task), line, due == null ? null : due.toInstant()));
        } catch (NullValueException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private Map<String, String> names(Task task) {
        String process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return names.inEachLanguage(process, task.getTaskDefinitionKey(), task.getName());
    }

    private Optional<String> lineVariable(Task task) {
        return properties.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), PROPERTY);
    }
}
