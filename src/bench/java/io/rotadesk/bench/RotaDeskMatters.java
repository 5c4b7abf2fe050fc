package io.rotadesk.bench;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Matters that need a plan, through the application: announced as at the reception, worked on as the staff. */
final class RotaDeskMatters implements Calls {

    private final Petitions desk;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final RotaDesk application;

    RotaDeskMatters(RotaDesk application) {
        this.application = application;
        this.desk = application.bean(Petitions.class);
        this.tasks = application.bean(TaskService.class);
        this.forms = application.bean(FormService.class);
        this.identity = application.bean(IdentityService.class);
        application.foundReceptionPoint();
    }

    @Override
    public String name() {
        return "Rota Desk";
    }

    @Override
    public void handle(int client, long id) {
        String ticket = "bench-" + id;
        String phone = "15%09d".formatted(id % 1_000_000_000);
        desk.announce(
                new TicketId(ticket),
                RotaDesk.RECEPTION_POINT,
                new PetitionAnnouncement("李先生", phone, false, 1, null, "村口的路", null, "town"),
                null);
        LocalDateTime now =
                LocalDateTime.ofInstant(application.bean(Clock.class).instant(), RotaDesk.zone());
        MatterInput.forms(phone, now).forEach(form -> submit(ticket, form));
    }

    private void submit(String ticket, Map<String, Object> form) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(ticket).singleResult();
        identity.setAuthentication(task.getAssignee(), List.of("petition-staff"), List.of(RotaDesk.RECEPTION_POINT));
        try {
            forms.submitTaskForm(task.getId(), form);
        } finally {
            identity.clearAuthentication();
        }
    }
}
