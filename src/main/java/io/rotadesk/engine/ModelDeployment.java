package io.rotadesk.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and the forms together at start. Nothing is deployed if nothing changed since the last start. One
 * changed file deploys all of them again, because forms are bound to their deployment. Running instances keep the
 * version they began with.
 */
@Component
class ModelDeployment {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    static final String NAME = "rota-desk";

    private final RepositoryService repository;
    private final ModelTranslation translation;
    private final ModelFolders folders;

    /**
     * @param processes a folder with models; need not exist
     * @param forms a folder with forms; need not exist
     */
    ModelDeployment(
            RepositoryService repository,
            ModelTranslation translation,
            @Value("${rotadesk.models.processes:processes}") Path processes,
            @Value("${rotadesk.models.forms:forms}") Path forms) {
        this.repository = repository;
        this.translation = translation;
        this.folders = new ModelFolders(List.of(processes, forms));
    }

    @EventListener(ContextRefreshedEvent.class)
    @Order(0)
    void atStart() {
        try {
            deploy();
        } catch (RefusedException e) {
            if (repository.createDeploymentQuery().deploymentName(NAME).count() == 0) {
                throw e;
            }
            // Calls must be answered, and the models of the last start still work.
            log.error("The models in the folders are refused, those of the last start stay in use. {}", e.getMessage());
        }
    }

    /** @throws RefusedException if the files are refused; see {@link ModelCheck} */
    void deploy() {
        try {
            Map<String, byte[]> files = folders.read();
            if (files.isEmpty()) {
                log.warn("There are no models, neither in the application nor in {}", folders.folders());
                return;
            }
            var deployment =
                    repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
            for (var file : files.entrySet()) {
                byte[] shown = translated(file.getKey(), file.getValue());
                deployment.addInputStream(file.getKey(), new ByteArrayInputStream(shown));
            }
            var deployed = deployment.deployWithResult();
            boolean changed = deployed.getDeployedProcessDefinitions() != null;
            log.info(
                    "{} models and forms, {} {}",
                    files.size(),
                    changed ? "deployed as" : "unchanged since",
                    deployed.getId());
        } catch (IOException e) {
            throw new UncheckedIOException("The models could not be read", e);
        }
    }

    private byte[] translated(String file, byte[] content) {
        try {
            return translation.translate(file, content);
        } catch (IOException unreadable) {
            // The check before the deployment reports the mistakes in it.
            return content;
        }
    }
}
