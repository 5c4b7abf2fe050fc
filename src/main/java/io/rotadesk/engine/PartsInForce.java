package io.rotadesk.engine;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.w3c.dom.Element;

/**
 * Completes a deployment: the forms and decisions that its models are bound to, and that were not sent with them, are
 * those in force. So one file is enough, as Modeler's button sends it, and the model still keeps exactly the forms with
 * which it was deployed.
 */
final class PartsInForce {

    private static final String FORM = "formRef";
    private static final String DECISION = "decisionRef";

    private final DeploymentEntity deployment;
    private final CommandContext context = Context.getCommandContext();

    private PartsInForce(DeploymentEntity deployment) {
        this.deployment = deployment;
    }

    /** Adds what is missing and in force. What is not in force either is left to the check. */
    static void addTo(DeploymentEntity deployment) {
        new PartsInForce(deployment).add();
    }

    private void add() {
        Set<String> forms = new HashSet<>();
        Set<String> decisions = new HashSet<>();
        Set<String> sent = new HashSet<>();
        Map.copyOf(deployment.getResources()).forEach((name, resource) -> {
            if (ModelFile.isForm(name)) {
                sent.add(bare(name).replaceFirst("\\.form$", ""));
            } else if (ModelFile.isBpmn(name) || ModelFile.isDmn(name)) {
                read(name, resource.getBytes(), forms, decisions, sent);
            }
        });
        forms.stream().filter(form -> !sent.contains(form)).sorted().forEach(this::addForm);
        decisions.stream().filter(decision -> !sent.contains(decision)).sorted().forEach(this::addDecision);
    }

    private static void read(String name, byte[] file, Set<String> forms, Set<String> decisions, Set<String> sent) {
        try {
            ModelFile.parse(name, file).forEach(element -> {
                bound(element, FORM, forms);
                bound(element, DECISION, decisions);
                if (element.getLocalName().equals("decision")) {
                    sent.add(element.getAttribute("id"));
                }
            });
        } catch (IOException reportedByTheCheck) {
            // Nothing can be added for a file that cannot be read.
        }
    }

    private static void bound(Element element, String attribute, Set<String> keys) {
        String key = ModelFile.extension(element, attribute);
        if (!key.isBlank()
                && ModelFile.extension(element, attribute + "Binding").equals("deployment")) {
            keys.add(key);
        }
    }

    private void addForm(String key) {
        var form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null);
        if (form != null) {
            add(form.getDeploymentId(), form.getResourceName());
        }
    }

    private void addDecision(String key) {
        var decision = context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKeyAndTenantId(key, null);
        if (decision != null) {
            add(decision.getDeploymentId(), decision.getResourceName());
        }
    }

    private void add(String from, String name) {
        String file = bare(name);
        ResourceEntity inForce = context.getResourceManager().findResourceByDeploymentIdAndResourceName(from, name);
        if (inForce == null || deployment.getResources().containsKey(file)) {
            return;
        }
        ResourceEntity added = new ResourceEntity();
        added.setName(file);
        added.setBytes(inForce.getBytes());
        added.setDeploymentId(deployment.getId());
        added.setType(ResourceTypes.REPOSITORY.getValue());
        added.setCreateTime(ClockUtil.getCurrentTime());
        deployment.addResource(added);
        context.getResourceManager().insertResource(added);
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
