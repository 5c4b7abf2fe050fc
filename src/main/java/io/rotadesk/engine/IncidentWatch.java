package io.rotadesk.engine;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the manager and the process owner when a timer, or a step that runs by itself, has failed for good. */
@Component
class IncidentWatch extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Troubles> troubles;

    IncidentWatch(ObjectProvider<Troubles> troubles) {
        this.troubles = troubles;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCompositeIncidentHandlersEnabled(true);
        for (String type : List.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE)) {
            engine.setCustomIncidentHandlers(EngineParts.with(engine.getCustomIncidentHandlers(), new Teller(type)));
        }
    }

    private class Teller implements IncidentHandler {

        private final String type;

        Teller(String type) {
            this.type = type;
        }

        @Override
        public String getIncidentHandlerType() {
            return type;
        }

        @Override
        public Incident handleIncident(IncidentContext context, String message) {
            ProcessDefinitionEntity definition = context.getProcessDefinitionId() == null
                    ? null
                    : Context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findDeployedProcessDefinitionById(context.getProcessDefinitionId());
            if (definition != null) {
                String element =
                        context.getFailedActivityId() != null ? context.getFailedActivityId() : context.getActivityId();
                troubles.getObject()
                        .note(context.getTenantId(), definition.getKey(), element, TroubleKind.FAILED, entry(context));
            }
            return null;
        }

        private String entry(IncidentContext context) {
            ExecutionEntity execution = context.getExecutionId() == null
                    ? null
                    : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
            return execution == null ? null : execution.getProcessBusinessKey();
        }

        @Override
        public void resolveIncident(IncidentContext context) {
            // Somebody marks it as put right on the page.
        }

        @Override
        public void deleteIncident(IncidentContext context) {
            // As above.
        }
    }
}
