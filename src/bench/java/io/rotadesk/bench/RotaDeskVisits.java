package io.rotadesk.bench;

import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;

/** First visits of unknown people, through the application: announced as by a kiosk, worked on as the agent. */
final class RotaDeskVisits implements Handler {

    private final Announcements desk;
    private final Staff agents;

    RotaDeskVisits(RotaDesk application) {
        this.desk = application.bean(Announcements.class);
        this.agents = new Staff(application, "agents", false);
    }

    @Override
    public String name() {
        return "Rota Desk";
    }

    @Override
    public void handle(int client, long id) {
        String visit = "bench-" + id;
        String phone = PhoneNumbers.ofVisitor(id);
        desk.announce(
                new VisitKey(RotaDesk.UNIT, visit),
                new Announcement("李先生", phone, 1, "海边咖啡", null, null, null, Visit.VIEWING));
        VisitInput.forms(phone).forEach(form -> agents.submit(RotaDesk.UNIT, visit, form));
    }
}
