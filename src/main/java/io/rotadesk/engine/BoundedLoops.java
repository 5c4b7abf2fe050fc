package io.rotadesk.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Limits multi-instance elements to {@value #MOST} instances, whatever an expression says. */
class BoundedLoops extends AbstractBpmnParseListener {

    static final int MOST = 200;

    private final EngineWording messages;

    BoundedLoops(EngineWording messages) {
        this.messages = messages;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        bound(process);
    }

    private void bound(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior loop) {
                activity.setActivityBehavior(like(loop, new Parallel()));
            } else if (activity.getActivityBehavior() instanceof SequentialMultiInstanceActivityBehavior loop) {
                activity.setActivityBehavior(like(loop, new Sequential()));
            }
            bound(activity);
        }
    }

    private static MultiInstanceActivityBehavior like(
            MultiInstanceActivityBehavior parsed, MultiInstanceActivityBehavior bounded) {
        bounded.setLoopCardinalityExpression(parsed.getLoopCardinalityExpression());
        bounded.setCompletionConditionExpression(parsed.getCompletionConditionExpression());
        bounded.setCollectionExpression(parsed.getCollectionExpression());
        bounded.setCollectionVariable(parsed.getCollectionVariable());
        bounded.setCollectionElementVariable(parsed.getCollectionElementVariable());
        return bounded;
    }

    private int bounded(int instances, ActivityExecution execution) {
        if (instances > MOST) {
            throw new RefusedException(messages.toReader("model.loop.run", execution.getCurrentActivityName(), MOST));
        }
        return instances;
    }

    private class Parallel extends ParallelMultiInstanceActivityBehavior {

        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution), execution);
        }
    }

    private class Sequential extends SequentialMultiInstanceActivityBehavior {

        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution), execution);
        }
    }
}
