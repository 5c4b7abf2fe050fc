package io.rotadesk.bench;

import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitDesk;
import io.rotadesk.leasing.visit.VisitKey;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** First visits of unknown people, through the application: announced as by a kiosk, worked on as the agent. */
final class RotaDeskVisits implements Calls {

    private final VisitDesk desk;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    RotaDeskVisits(RotaDesk application) {
        this.desk = application.bean(VisitDesk.class);
        this.tasks = application.bean(TaskService.class);
        this.forms = application.bean(FormService.class);
        this.identity = application.bean(IdentityService.class);
    }

    @Override
    public String name() {
        return "Rota Desk";
    }

    @Override
    public void handle(int client, long id) {
        String phone = "15%09d".formatted(id % 1_000_000_000);
        VisitKey key = new VisitKey(RotaDesk.UNIT, "bench-" + id);
        Visit visit = desk.announce(key, new Announcement("李先生", phone, 1, "海边咖啡", null, null, null, Visit.VIEWING))
                .visit();
        VisitInput.forms(phone).forEach(form -> submit(visit, form));
    }

    private void submit(Visit visit, Map<String, Object> form) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(visit.visitId())
                .singleResult();
        identity.setAuthentication(visit.host().agent(), List.of("agents"), List.of(RotaDesk.UNIT));
        try {
            forms.submitTaskForm(task.getId(), form);
        } finally {
            identity.clearAuthentication();
        }
    }
}
