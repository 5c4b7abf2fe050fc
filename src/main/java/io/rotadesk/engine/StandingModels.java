package io.rotadesk.engine;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.util.ReflectionUtils;

/**
 * Protects the models in use. Nobody, not even an administrator, may suspend a process that the application talks to,
 * stop one of its timers, delete a model with running instances, or delete the last version of a needed model. Whether
 * a person uses REST or Cockpit, the request becomes one of these commands. The application's own commands are not
 * checked.
 */
class StandingModels extends CommandInterceptor {

    private final Contracts contracts;
    private final EngineWording messages;

    StandingModels(Contracts contracts, EngineWording messages) {
        this.contracts = contracts;
        this.messages = messages;
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        if (context != null && context.getAuthenticatedUserId() != null) {
            boolean tenantCheck = context.isTenantCheckEnabled();
            context.disableTenantCheck();
            try {
                check(command, new ModelsInForce(context));
            } finally {
                context.setTenantCheckEnabled(tenantCheck);
            }
        }
        return next.execute(command);
    }

    private void check(Command<?> command, ModelsInForce models) {
        if (command instanceof SuspendProcessDefinitionCmd
                || command instanceof SuspendProcessInstanceCmd
                || command instanceof SuspendJobDefinitionCmd
                || command instanceof SuspendJobCmd) {
            suspend(models.keyOf(
                    text(command, "processDefinitionKey"),
                    text(command, "processDefinitionId"),
                    text(command, "processInstanceId"),
                    text(command, "jobDefinitionId"),
                    text(command, "jobId")));
        } else if (command instanceof AbstractUpdateProcessInstancesSuspendStateCmd<?>) {
            if (Boolean.TRUE.equals(value(command, "suspending"))) {
                throw new RefusedException(messages.toReader("standing.suspendMany"));
            }
        } else if (command instanceof SetJobRetriesCmd) {
            if (stops(command)) {
                stop(models.ofJobs(
                        text(command, "jobDefinitionId"),
                        Stream.concat(Stream.ofNullable(text(command, "jobId")), texts(command, "jobIds").stream())
                                .toList()));
            }
        } else if (command instanceof AbstractSetJobsRetriesBatchCmd) {
            if (stops(command)) {
                throw new RefusedException(messages.toReader("standing.stopMany"));
            }
        } else if (command instanceof DeleteJobCmd) {
            stop(models.ofJobs(null, texts(text(command, "jobId"))));
        } else if (command instanceof SetJobDuedateCmd) {
            String job = text(command, "jobId");
            if (models.isDueBefore(job, (Date) value(command, "newDuedate"))) {
                stop(models.ofJobs(null, texts(job)));
            }
        } else if (command instanceof SignalCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd) {
            goOn(models.keyOf(
                    null, null, models.executionOf(text(command, "executionId"), text(command, "taskId")), null, null));
        } else if (command instanceof DeleteDeploymentCmd) {
            delete(models.ofDeployment(text(command, "deploymentId")), models);
        } else if (command instanceof DeleteProcessDefinitionsByIdsCmd) {
            delete(models.byIds(texts(command, "processDefinitionIds")), models);
        } else if (command instanceof DeleteProcessDefinitionsByKeyCmd) {
            delete(models.byKey(text(command, "processDefinitionKey")), models);
        } else if (command instanceof UpdateProcessDefinitionHistoryTimeToLiveCmd
                || command instanceof UpdateDecisionDefinitionHistoryTimeToLiveCmd) {
            String days = Objects.toString(value(command, "historyTimeToLive"), "");
            if (HistoryTime.problem(days).isPresent()) {
                throw new RefusedException(messages.toReader("standing.historyTime"));
            }
        }
    }

    private void suspend(String process) {
        if (process != null && contracts.hasProcess(process)) {
            throw new RefusedException(messages.toReader("standing.suspend", process));
        }
    }

    /** Refuses to stop or delay a timer: the people who wait for it would be stuck. */
    private void stop(Collection<String> processes) {
        for (String process : processes) {
            if (contracts.hasProcess(process)) {
                throw new RefusedException(messages.toReader("standing.stop", process));
            }
        }
    }

    /** Refuses to move a process on by hand: its steps end by forms, by reported events, and by timers. */
    private void goOn(String process) {
        if (process != null && contracts.hasProcess(process)) {
            throw new RefusedException(messages.toReader("standing.formOnly", process));
        }
    }

    private void delete(List<ModelsInForce.Model> deleted, ModelsInForce models) {
        for (ModelsInForce.Model model : deleted) {
            long running = models.running(model);
            if (running > 0) {
                throw new RefusedException(messages.toReader("standing.running", model.key(), running));
            }
        }
        for (ModelsInForce.Model model : deleted) {
            boolean needed = model.isDecision()
                    ? contracts.decision(model.key()).isPresent()
                    : contracts.hasProcess(model.key());
            if (needed && !models.hasOther(model, deleted)) {
                throw new RefusedException(messages.toReader("standing.last", model.key()));
            }
        }
    }

    private static String text(Command<?> command, String field) {
        Field found = ReflectionUtils.findField(command.getClass(), field);
        return found == null ? null : (String) ParsedParts.value(found, command);
    }

    /** Whether the retries of jobs are set to zero, or their due date is moved to a later time. */
    private static boolean stops(Command<?> command) {
        return (int) value(command, "retries") < 1
                || value(command, "dueDate") instanceof Date due && due.after(ClockUtil.getCurrentTime());
    }

    private static List<String> texts(String text) {
        return Stream.ofNullable(text).toList();
    }

    private static List<String> texts(Command<?> command, String field) {
        return value(command, field) instanceof Collection<?> several
                ? several.stream().map(Objects::toString).toList()
                : List.of();
    }

    private static Object value(Command<?> command, String field) {
        Field found = ReflectionUtils.findField(command.getClass(), field);
        if (found == null) {
            throw new IllegalStateException(
                    command.getClass() + " has no field " + field + ": the guard must be fitted to this engine");
        }
        return ParsedParts.value(found, command);
    }
}
