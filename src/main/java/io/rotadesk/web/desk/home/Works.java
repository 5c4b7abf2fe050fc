package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.staff.subject.Work;
import io.rotadesk.staff.unit.Unit;
import java.util.Optional;

/** The work that an entry on the page belongs to. */
final class Works {

    private Works() {}

    static Work of(Call call) {
        return new Work(CallHandling.PROCESS, call.key().unitId(), call.callId());
    }

    static Work of(Visit visit) {
        return new Work(VisitReception.PROCESS, visit.key().unitId(), visit.visitId());
    }

    static Work of(Escalation question) {
        return new Work(ManagerEscalation.PROCESS, question.unitId(), question.id());
    }

    /** @return empty if the process has no business key */
    static Optional<Work> of(Unit unit, UnitTask task) {
        return Optional.ofNullable(task.businessKey()).map(key -> new Work(task.process(), unit.id(), key));
    }
}
