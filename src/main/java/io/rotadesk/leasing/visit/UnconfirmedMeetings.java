package io.rotadesk.leasing.visit;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.staff.reminder.LateWork;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * An agent who does not confirm in time that they meet their visitor (L3.2a): the managers read whose appointment it is and
 * at what time, and are not told the same again when the visitor has come.
 */
@Component
class UnconfirmedMeetings implements LateWork {

    private final Visits visits;
    private final MissedAppointments missed;

    UnconfirmedMeetings(Visits visits, MissedAppointments missed) {
        this.visits = visits;
        this.missed = missed;
    }

    @Override
    public boolean isAbout(String process, String task) {
        return VisitReception.PROCESS.equals(process) && VisitReception.Task.MEET_VISITOR.equals(task);
    }

    @Override
    public void tell(String unitId, String businessKey, Collection<String> logins) {
        missed.tell(visits.get(new VisitKey(unitId, businessKey)), logins);
    }
}
