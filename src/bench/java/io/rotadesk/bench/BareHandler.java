package io.rotadesk.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** The same steps on the bare engine, nobody logged in. */
final class BareHandler implements Handler {

    private final String name;
    private final BareCourse course;
    private final RuntimeService runtime;
    private final TaskService tasks;

    BareHandler(String name, BareEngine engine, BareCourse course) {
        this.name = name;
        this.course = course;
        this.runtime = engine.engine().getRuntimeService();
        this.tasks = engine.engine().getTaskService();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void handle(int client, long id) {
        String businessKey = "bench-" + id;
        Map<String, Object> start = new HashMap<>(course.start());
        course.ids().forEach(variable -> start.put(variable, businessKey));
        course.people().forEach(variable -> start.put(variable, "person" + client));
        runtime.createMessageCorrelation(course.message())
                .processInstanceBusinessKey(businessKey)
                .setVariables(start)
                .correlateStartMessage();
        List<Map<String, Object>> forms = course.forms().of("138%08d".formatted(id));
        for (Map<String, Object> form : forms) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            tasks.complete(task.getId(), form);
        }
    }
}
