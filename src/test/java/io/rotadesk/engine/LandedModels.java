package io.rotadesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;

/** Models of an earlier version, with which instances that were begun before an upgrade go on. */
public class LandedModels {

    private final ProcessEngine engine;
    private final LandedVersion version;
    private final Deque<String> deployments = new ArrayDeque<>();

    public LandedModels(ProcessEngine engine, LandedVersion version) {
        this.engine = engine;
        this.version = version;
    }

    /** From here on the process begins with its earlier model, as before the upgrade. */
    public void putInForce(String process) {
        asBefore(() -> deploy("landed " + process, only(process, files(version.folder()))));
    }

    /** Before the upgrade nobody knew what the application needs of the models since. */
    private void asBefore(Runnable deployment) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        List<Deployer> all = configuration.getDeployers();
        DeploymentCache deploying = configuration.getDeploymentCache();
        deploying.setDeployers(all.stream()
                .filter(deployer -> !(deployer instanceof DeployedModels))
                .toList());
        try {
            deployment.run();
        } finally {
            deploying.setDeployers(all);
        }
    }

    /** From here on the process begins with today's model; what was begun with the earlier one goes on with that. */
    public void upgrade(String process) {
        deploy("upgrade of " + process, only(process, files(Path.of(""))));
    }

    /** As it was, without the instances that were begun meanwhile. */
    public void putRight() {
        while (!deployments.isEmpty()) {
            engine.getRepositoryService().deleteDeployment(deployments.pop(), true, true, true);
        }
    }

    /** All models and forms of a version, by name. */
    static Map<String, byte[]> all(LandedVersion version) {
        return files(version.folder());
    }

    private void deploy(String name, Map<String, byte[]> files) {
        var deployment = engine.getRepositoryService().createDeployment().name(name);
        files.forEach((file, bytes) -> deployment.addString(file, new String(bytes, StandardCharsets.UTF_8)));
        deployments.push(deployment.deploy().getId());
    }

    /** The process with all forms and decisions, which are bound to its deployment. */
    private static Map<String, byte[]> only(String process, Map<String, byte[]> files) {
        files.keySet().removeIf(name -> name.endsWith(".bpmn") && !name.equals(process + ".bpmn"));
        return files;
    }

    private static Map<String, byte[]> files(Path root) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> found = Files.list(root.resolve(folder))) {
                for (Path file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
