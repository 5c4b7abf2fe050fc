package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Sets our parts into the engine before it starts. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext application;
    private final ModelBeans beans;
    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;
    private final ModelGate gate;
    private final RemovalWatch removals;

    EnginePlugin(
            ApplicationContext application,
            ModelBeans beans,
            SubmissionCheck submissions,
            LateArrivals lateArrivals,
            ModelGate gate,
            RemovalWatch removals) {
        this.application = application;
        this.beans = beans;
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
        this.gate = gate;
        this.removals = removals;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // The factory has by now made an expression manager that sees every bean of the application.
        engine.setBeans(beans);
        engine.setExpressionManager(new SpringExpressionManager(application, beans));
        engine.setTaskService(new CheckedTaskService(submissions, lateArrivals));
        engine.setFormService(new CheckedFormService(submissions, lateArrivals));
        add(engine, new StartFormListener());
        add(engine, new TaskInputs());
        add(engine, removals);
        // A task that a timer or a message has ended gives nothing: its form was never sent.
        engine.setSkipOutputMappingOnCanceledActivities(true);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers()
                .add(new LeanHistory(application.getBeanProvider(ProcessVariables.class)));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
    }

    private static void add(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(listener);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private class StartFormListener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            // Built in, so that "skip custom listeners" does not skip it; first, so that nothing happens before it.
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, submissions.starts(), 0);
        }
    }
}
