package io.rotadesk.engine;

import static io.rotadesk.engine.EngineParts.with;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Adds our parts to the engine before it starts. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext application;
    private final ModelBeans beans;
    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;
    private final ModelGate gate;
    private final RemovalWatch removals;
    private final DeployedModels deployed;
    private final ModelRefusal refusal;
    private final Contracts contracts;
    private final DeployedForms forms;
    private final EngineWording messages;
    private final ModelKeys keys;
    private final ShownVariables shown;
    private final LookUp lookUp;

    EnginePlugin(
            ApplicationContext application,
            ModelBeans beans,
            SubmissionCheck submissions,
            LateArrivals lateArrivals,
            ModelGate gate,
            RemovalWatch removals,
            DeployedModels deployed,
            ModelRefusal refusal,
            Contracts contracts,
            DeployedForms forms,
            EngineWording messages,
            ModelKeys keys,
            ShownVariables shown,
            LookUp lookUp) {
        this.application = application;
        this.beans = beans;
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
        this.gate = gate;
        this.removals = removals;
        this.deployed = deployed;
        this.refusal = refusal;
        this.contracts = contracts;
        this.forms = forms;
        this.messages = messages;
        this.keys = keys;
        this.shown = shown;
        this.lookUp = lookUp;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // By now the factory has created an expression manager that sees every bean of the application.
        engine.setBeans(beans);
        engine.setExpressionManager(new ModelExpressions(application, beans, keys));
        engine.setTaskService(new CheckedTaskService(submissions, lateArrivals, messages, forms, lookUp));
        engine.setFormService(new CheckedFormService(submissions, lateArrivals, forms, lookUp));
        add(engine, new StartFormListener());
        add(engine, new TaskInputs(forms, shown, beans));
        add(engine, removals);
        add(engine, new BoundedLoops(messages));
        add(engine, new ParsedModels(beans, refusal));
        // A task that was ended by a timer or a message has no outputs: its form was never sent.
        engine.setSkipOutputMappingOnCanceledActivities(true);
        // An error that the model does not catch would end the instance without a word.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setHistoryEventProducer(new LeanEvents());
        engine.getCustomHistoryEventHandlers().add(new LeanHistory());
        engine.setRepositoryService(new CheckedRepositoryService(refusal));
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(() -> new RememberedFeel(new LimitedFeel(messages)));
        engine.setDmnEngineConfiguration(decisions);
        // The caller logs the exception, once; a refusal is no error.
        engine.setEnableCmdExceptionLogging(false);
        engine.setLogLevelBpmnStackTrace("DEBUG");
        engine.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new StandingModels(contracts, messages)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new StandingModels(contracts, messages)));
        engine.setCustomPostDeployers(new ArrayList<>(List.of(deployed)));
    }

    private static void add(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), listener));
    }

    private class StartFormListener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            // A built-in listener, so that "skip custom listeners" does not skip it; the first one, so that nothing
            // happens before it.
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, submissions.starts(), 0);
        }
    }
}
