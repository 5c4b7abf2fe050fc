package io.rotadesk.engine;

import static io.rotadesk.engine.EngineParts.with;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.stereotype.Component;

/**
 * The engine's managers without the questions whose answers are known. Each says why its answer is right (decision
 * 0049).
 */
@Component
class FewerSelects extends AbstractProcessEnginePlugin {

    private final KeptDefinitions definitions;

    FewerSelects(KeptDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        factories()
                .forEach(
                        factory -> engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), factory)));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), definitions.watch()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), definitions.watch()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        DeletesTogether.addTo(engine.getSqlSessionFactory().getConfiguration());
    }

    private List<SessionFactory> factories() {
        return List.of(
                factory(VariableInstanceManager.class, WholeVariables::new),
                factory(ExecutionManager.class, WholeExecutions::new),
                factory(TaskManager.class, KnownTasks::new),
                factory(IdentityLinkManager.class, KnownLinks::new),
                factory(IncidentManager.class, KnownIncidents::new),
                factory(EventSubscriptionManager.class, KnownEvents::new),
                factory(ProcessDefinitionManager.class, () -> new KnownProcesses(definitions)),
                factory(DecisionDefinitionManager.class, () -> new KnownDecisions(definitions)),
                factory(DbEntityManager.class, FewerSelects::entities));
    }

    private static DbEntityManager entities() {
        return new DbEntityManager(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class)) {
            @Override
            protected void initializeOperationManager() {
                dbOperationManager = new DeletesTogether();
            }
        };
    }

    private static SessionFactory factory(Class<?> type, Supplier<Session> session) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return session.get();
            }
        };
    }
}
