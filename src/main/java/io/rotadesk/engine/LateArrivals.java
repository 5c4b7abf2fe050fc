package io.rotadesk.engine;

import io.rotadesk.platform.input.TooLateException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a clear answer to work on a task that has meanwhile ended, whether a second ago or at the very moment when the
 * ring timer took the task away. If something else of the same process changed at that moment, the work is simply
 * repeated.
 */
@Component
class LateArrivals {

    private static final Logger log = LoggerFactory.getLogger(LateArrivals.class);

    private static final int ATTEMPTS = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final EngineWording messages;
    private final ZoneId zone;

    LateArrivals(EngineWording messages, @Value("${rotadesk.zone:Asia/Shanghai}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Does the work, and looks for the task when that fails. Null pointers too: the engine follows one when the instance ends
     * between two of its own statements. While the task is there, they are a mistake of ours and are thrown on.
     *
     * @throws RefusedException if the task no longer exists; says which task it was and when it ended
     */
    <T> T workOn(String taskId, CommandExecutor engine, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RefusedException | AuthorizationException e) {
                throw e;
            } catch (ProcessEngineException | TooLateException | NullPointerException e) {
                // A listener's refusal is wrapped in an exception of the engine.
                RefusedException refused = Thrown.in(e, RefusedException.class);
                if (refused != null) {
                    throw refused;
                }
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    // This transaction cannot see the change, and must not be saved.
                    throw e;
                }
                if (ClientMistakes.isOfAnotherUnit(e)) {
                    throw unknown(e);
                }
                engine.execute(context -> whyGone(taskId, context, e)).ifPresent(gone -> {
                    if (e instanceof NullPointerException) {
                        // It may be ours all the same.
                        log.warn("Work on task {} failed, and the task is gone", taskId, e);
                    }
                    throw gone;
                });
                if (!(e instanceof OptimisticLockingException)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new RefusedException(messages.toReader("task.changed"), e);
                }
            }
        }
    }

    private RefusedException unknown(Exception cause) {
        return RefusedException.unknown(messages.toReader("task.unknown"), cause);
    }

    /** @return empty when the task is still there */
    private Optional<RefusedException> whyGone(String taskId, CommandContext context, Exception cause) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            return Optional.empty();
        }
        HistoricTaskInstance ended =
                taskId == null ? null : context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        if (ended == null
                || ended.getEndTime() == null
                || !context.getTenantManager().isAuthenticatedTenant(ended.getTenantId())) {
            return Optional.of(unknown(cause));
        }
        boolean byThemselves = TaskEntity.DELETE_REASON_COMPLETED.equals(ended.getDeleteReason())
                && ended.getAssignee() != null
                && ended.getAssignee().equals(context.getAuthenticatedUserId());
        String why = messages.toReader(
                byThemselves ? "task.endedByYou" : "task.ended",
                ended.getName(),
                TIME.format(Instant.ofEpochMilli(ended.getEndTime().getTime()).atZone(zone)));
        return Optional.of(new RefusedException(why, cause));
    }
}
