package io.rotadesk.leasing.visit;

import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells leaders whose appointment is missed, and for what time it was; once, until somebody has met the visitor or it is moved. */
@Component
class MissedAppointments {

    private final Units units;
    private final Agents agents;
    private final Notices notices;

    MissedAppointments(Units units, Agents agents, Notices notices) {
        this.units = units;
        this.agents = agents;
        this.notices = notices;
    }

    /** @param visit an appointment that has an agent */
    void tell(Visit visit, Collection<String> logins) {
        String unitId = visit.unitId();
        String subject = visit.key().toString();
        if (!notices.isTold(NoticeKind.APPOINTMENT_MISSED, unitId, subject)) {
            notices.tell(
                    NoticeKind.APPOINTMENT_MISSED,
                    unitId,
                    logins,
                    subject,
                    "/desk?unit=" + unitId,
                    agents.name(visit.host().agent()),
                    units.get(unitId).clock().time(visit.coming().appointmentAt()));
        }
    }
}
