package io.rotadesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** The files of forms and decisions that were deployed with a process, each read once. */
final class DeployedTexts {

    private final String deployment;
    private final CommandContext context;
    private final Map<String, Optional<String>> read = new HashMap<>();

    DeployedTexts(ProcessDefinitionEntity process, CommandContext context) {
        this.deployment = process.getDeploymentId();
        this.context = context;
    }

    /** @return empty if it was not deployed with the process */
    Optional<String> form(String id) {
        return read("form " + id, () -> {
            var form = context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deployment, id);
            return form == null ? null : form.getResourceName();
        });
    }

    /** @return empty if it was not deployed with the process */
    Optional<String> decision(String key) {
        return read("decision " + key, () -> {
            var decision = context.getDecisionDefinitionManager().findDefinitionByDeploymentAndKey(deployment, key);
            return decision == null ? null : decision.getResourceName();
        });
    }

    private Optional<String> read(String what, Supplier<String> resourceName) {
        Optional<String> known = read.get(what);
        if (known == null) {
            known = Optional.ofNullable(resourceName.get()).map(this::text);
            read.put(what, known);
        }
        return known;
    }

    private String text(String resourceName) {
        byte[] bytes = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deployment, resourceName)
                .getBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
