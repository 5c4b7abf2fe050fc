package io.rotadesk.bench;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import java.time.LocalDateTime;

/** Matters that need a plan, through the application: announced as at the reception, worked on as the staff. */
final class RotaDeskMatters implements Handler {

    private final RotaDesk application;
    private final Petitions desk;
    private final Staff staff;

    RotaDeskMatters(RotaDesk application) {
        this.application = application;
        this.desk = application.bean(Petitions.class);
        this.staff = new Staff(application, "petition-staff", false);
    }

    @Override
    public String name() {
        return "Rota Desk";
    }

    @Override
    public void handle(int client, long id) {
        String ticket = "bench-" + id;
        String phone = PhoneNumbers.ofPetitioner(id);
        desk.announce(
                new TicketId(ticket),
                RotaDesk.RECEPTION_POINT,
                new PetitionAnnouncement("李先生", phone, false, 1, null, "村口的路", null, "town"),
                null);
        LocalDateTime now = application.now();
        MatterInput.forms(phone, now).forEach(form -> staff.submit(RotaDesk.RECEPTION_POINT, ticket, form));
    }
}
