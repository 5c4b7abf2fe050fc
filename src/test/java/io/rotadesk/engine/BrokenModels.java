package io.rotadesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks models that all tests share, and repairs them again. */
public class BrokenModels {

    private final ProcessEngine engine;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public BrokenModels(ProcessEngine engine) {
        this.engine = engine;
    }

    public void suspend(String process) {
        engine.getRepositoryService().suspendProcessDefinitionByKey(process, false, null);
        undo.push(() -> engine.getRepositoryService().activateProcessDefinitionByKey(process, false, null));
    }

    /** Behaves like a model whose start message has another name. */
    public void renameStart(String message) {
        rename(message, message + "Renamed");
        undo.push(() -> rename(message + "Renamed", message));
    }

    private void rename(String message, String to) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    EventSubscriptionManager subscriptions = context.getEventSubscriptionManager();
                    List<EventSubscriptionEntity> starts =
                            subscriptions.findMessageStartEventSubscriptionByName(message);
                    starts.forEach(start -> {
                        start.setEventName(to);
                        context.getDbEntityManager().merge(start);
                    });
                    return null;
                });
    }

    /**
     * Puts a broken model in force, together with all forms and decisions. It bypasses the gate, as somebody with
     * access to the database could.
     */
    public void deploy(String process, String right, String wrong) {
        try (Stream<Path> models = Files.list(Path.of("processes"));
                Stream<Path> forms = Files.list(Path.of("forms"))) {
            var deployment = engine.getRepositoryService().createDeployment().name("broken " + process);
            String broken = null;
            for (Path file : Stream.concat(models, forms).toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (name.equals(process + ".bpmn")) {
                    if (!text.contains(right)) {
                        throw new IllegalArgumentException(process + " has no " + right);
                    }
                    broken = text.replace(right, wrong);
                    deployment.addString(name, text);
                } else if (!name.endsWith(".bpmn")) {
                    deployment.addString(name, text);
                }
            }
            String id = deployment.deploy().getId();
            undo.push(() -> engine.getRepositoryService().deleteDeployment(id, true, true, true));
            write(id, process + ".bpmn", broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String deployment, String file, String text) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JdbcClient.create(configuration.getDataSource())
                .sql(
                        "update public.act_ge_bytearray set bytes_ = :text where deployment_id_ = :deployment and name_ = :file")
                .param("text", text.getBytes(StandardCharsets.UTF_8))
                .param("deployment", deployment)
                .param("file", file)
                .update();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
    }

    /** Removes an instance as somebody would with psql. */
    public static void deleteRows(JdbcClient db, String instanceId) {
        db.sql("delete from public.act_ru_identitylink where task_id_ in"
                        + " (select id_ from public.act_ru_task where proc_inst_id_ = :id)")
                .param("id", instanceId)
                .update();
        db.sql("delete from public.act_ru_job where process_instance_id_ = :id")
                .param("id", instanceId)
                .update();
        for (String table : List.of("act_ru_event_subscr", "act_ru_variable", "act_ru_task")) {
            db.sql("delete from public." + table + " where proc_inst_id_ = :id")
                    .param("id", instanceId)
                    .update();
        }
        List<String> executions = db.sql("select id_ from public.act_ru_execution where proc_inst_id_ = :id")
                .param("id", instanceId)
                .query(String.class)
                .list();
        // The rows of an instance reference each other.
        db.sql("update public.act_ru_execution set parent_id_ = null, proc_inst_id_ = null where id_ in (:ids)")
                .param("ids", executions)
                .update();
        db.sql("delete from public.act_ru_execution where id_ in (:ids)")
                .param("ids", executions)
                .update();
    }

    /** Restores the model. */
    public void putRight() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
