package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.DUE_AT;
import static io.rotadesk.petition.matter.process.MatterVariables.matter;

import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** A matter's deadline as the process knows it: setting the variable restarts the watch. */
@Component
public class MatterDue {

    /** The event subprocess that watches: until matters had a model of their own the reception had it. */
    private static final String WATCH = MatterHandling.SubProcess.WATCH_DEADLINE;

    private final Matters matters;

    MatterDue(Matters matters) {
        this.matters = matters;
    }

    /** @return ISO instant; null if nothing is due */
    String at(MatterId matterId) {
        Matter matter = matters.get(matterId);
        return matter.dueAt() == null ? null : matter.dueAt().toString();
    }

    /**
     * Sets the variable if the deadline has changed, and so restarts the watch over it. Does nothing in a process that does
     * not watch it.
     */
    public void watch(DelegateExecution step) {
        if (step.getBpmnModelInstance().getModelElementById(WATCH) != null) {
            changed(step);
        }
    }

    /** As {@link #watch(DelegateExecution)}, where it is known that the process watches. */
    void changed(VariableScope scope) {
        String dueAt = at(matter(scope));
        // Two watches over one deadline would tell everything twice.
        if (dueAt != null && !dueAt.equals(DUE_AT.find(scope).orElse(null))) {
            DUE_AT.set(scope, dueAt);
        }
    }
}
