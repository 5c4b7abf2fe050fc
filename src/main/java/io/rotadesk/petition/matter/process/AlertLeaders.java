package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.ROUTE;
import static io.rotadesk.petition.matter.process.MatterVariables.matter;

import io.rotadesk.petition.matter.LargeScaleEvents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Alerts the leaders of the responsible unit of a large-scale event (P5). It is a step; in receptions from before matters had
 * a model of their own it is what happens when {@code Task_AcknowledgeAlert} appears.
 */
record AlertLeaders(LargeScaleEvents events, MatterDue due) implements JavaDelegate, TaskListener {

    private static final String LARGE_SCALE = "largeScale";

    @Override
    public void execute(DelegateExecution execution) {
        events.alert(matter(execution));
        due.watch(execution);
        ROUTE.set(execution, LARGE_SCALE);
    }

    @Override
    public void notify(DelegateTask task) {
        events.alert(matter(task));
        due.changed(task);
    }
}
