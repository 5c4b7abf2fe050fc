package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.duty.morning.DutyDayStarter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Reacts when somebody removes the process of a duty day: the manager is told, and the next look starts another one. (If this
 * node dies first, the hourly look does it.)
 */
@Component
class RemovedDutyDays implements RemovedInstances, Mending {

    private static final String PROCESS = DutyDayVariables.DECLARED.processDefinitionKey();

    private final DutyDayStarter starter;
    private final Troubles troubles;
    private final Set<String> units = ConcurrentHashMap.newKeySet();

    RemovedDutyDays(DutyDayStarter starter, Troubles troubles) {
        this.starter = starter;
        this.troubles = troubles;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        DutyDayVariables.UNIT_ID.find(instance).ifPresent(unitId -> {
            troubles.note(unitId, PROCESS, null, TroubleKind.REMOVED, instance.getProcessBusinessKey());
            units.add(unitId);
        });
    }

    @Override
    public void mend() {
        for (String unitId : units) {
            starter.start(unitId);
            units.remove(unitId);
        }
    }
}
