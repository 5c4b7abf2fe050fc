package io.rotadesk.leasing.visit;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.reminder.LateWork;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * An agent who does not confirm in time that they meet their visitor (L3.2a): the managers read whose appointment it is and
 * at what time, and are not told the same again when the visitor has come.
 */
@Component
class UnconfirmedMeetings implements LateWork {

    private final Visits visits;
    private final Units units;
    private final Agents agents;
    private final Notices notices;

    UnconfirmedMeetings(Visits visits, Units units, Agents agents, Notices notices) {
        this.visits = visits;
        this.units = units;
        this.agents = agents;
        this.notices = notices;
    }

    @Override
    public boolean isAbout(String process, String task) {
        return VisitReception.PROCESS.equals(process) && VisitReception.Task.MEET_VISITOR.equals(task);
    }

    @Override
    public void tell(String unitId, String businessKey, Collection<String> logins) {
        Visit visit = visits.get(new VisitKey(unitId, businessKey));
        notices.tell(
                NoticeKind.APPOINTMENT_MISSED,
                unitId,
                logins,
                visit.key().toString(),
                "/desk?unit=" + unitId,
                agents.name(visit.host().agent()),
                units.get(unitId).clock().time(visit.coming().appointmentAt()));
    }
}
