package io.rotadesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and the forms together, at start, under their bare file names: the same from a folder, an exploded
 * build or a jar. Files in a folder outside the jar win over those inside it. Nothing is deployed when nothing changed.
 */
@Component
class ModelDeployment {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    static final String NAME = "rota-desk";

    private final RepositoryService repository;
    private final Path processes;
    private final Path forms;

    ModelDeployment(
            RepositoryService repository,
            @Value("${rotadesk.models.processes:processes}") Path processes,
            @Value("${rotadesk.models.forms:forms}") Path forms) {
        this.repository = repository;
        this.processes = processes;
        this.forms = forms;
    }

    @EventListener(ContextRefreshedEvent.class)
    @Order(0)
    void deploy() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            fromClasspath("classpath*:processes/*", files);
            fromClasspath("classpath*:forms/*", files);
            fromFolder(processes, files);
            fromFolder(forms, files);
        } catch (IOException e) {
            throw new UncheckedIOException("The models could not be read", e);
        }
        if (files.isEmpty()) {
            log.warn("There are no models: neither on the classpath nor in {} and {}", processes, forms);
            return;
        }
        var deployment = repository
                .createDeployment()
                .name(NAME)
                .source(NAME)
                // Forms are bound to their deployment: one changed file deploys all of them anew.
                .enableDuplicateFiltering(false);
        files.forEach((name, bytes) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(bytes)));
        log.info(
                "Deployed {} models and forms as {}",
                files.size(),
                deployment.deploy().getId());
    }

    private static void fromClasspath(String pattern, Map<String, byte[]> files) throws IOException {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            if (resource.getFilename() != null && isModel(resource.getFilename())) {
                files.put(resource.getFilename(), resource.getContentAsByteArray());
            }
        }
    }

    private static void fromFolder(Path folder, Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file :
                    found.filter(f -> isModel(f.getFileName().toString())).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }
}
