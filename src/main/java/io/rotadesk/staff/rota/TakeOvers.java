package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Agents;
import org.springframework.stereotype.Component;

/** Lets an agent take over the contact of another. */
@Component
class TakeOvers {

    private final Agents agents;
    private final DutyDays days;
    private final Availability availability;
    private final Engagements engagements;
    private final TurnWriter writer;

    TakeOvers(Agents agents, DutyDays days, Availability availability, Engagements engagements, TurnWriter writer) {
        this.agents = agents;
        this.days = days;
        this.availability = availability;
        this.engagements = engagements;
        this.writer = writer;
    }

    void takeOver(Contact contact, String login) {
        for (String other : engagements.of(contact)) {
            if (!other.equals(login)) {
                engagements.finished(contact, other);
            }
        }
        if (engagements.taken(contact, login)) {
            return;
        }
        String unitId = agents.get(login).unitId();
        QueueOfDay queueOfDay = new QueueOfDay(unitId, contact.kind().queue(), days.date(unitId));
        Decision decision = Decision.byName(login, TurnCause.TAKEN_OVER);
        boolean beside = availability
                .doing(login, queueOfDay.day(), queueOfDay.queue())
                .filter(doing -> doing.serving() != null)
                .isPresent();
        if (writer.turn(queueOfDay, 0, contact, decision, beside).isEmpty()) {
            writer.turn(queueOfDay, 0, contact, decision, true);
        }
    }
}
