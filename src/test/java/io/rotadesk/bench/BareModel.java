package io.rotadesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The shape of {@code call-handling.bpmn} without anything of ours: every service task does nothing, user tasks keep their
 * assignee, boundary events stay as they are, timers have a fixed duration; no forms, no parameters, no listeners.
 *
 * <p>It comes in two: the leaner one decides nothing either and is given only what its gateways need; the other keeps the
 * decision table and is given what the agent fills in, as the engine's variables.
 */
final class BareModel {

    private static final String MODEL = "processes/call-handling.bpmn";
    private static final String DECISION = "processes/customer-status.dmn";
    private static final String DOES_NOTHING = "${nothing}";

    private BareModel() {}

    static void deploy(RepositoryService repository, boolean keepsInput) throws IOException {
        try (InputStream file = resource(MODEL);
                InputStream decision = resource(DECISION)) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file);
            strip(model, keepsInput);
            repository
                    .createDeployment()
                    .addModelInstance("call-handling.bpmn", model)
                    .addInputStream("customer-status.dmn", decision)
                    .deploy();
        }
    }

    private static void strip(BpmnModelInstance model, boolean decides) {
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            task.setCamundaDelegateExpression(DOES_NOTHING);
        }
        if (!decides) {
            for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
                without(task, "decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable");
                task.setCamundaDelegateExpression(DOES_NOTHING);
            }
        }
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            without(task, "formRef", "formRefBinding", "dueDate", "candidateUsers");
            if (task.getExtensionElements() != null) {
                task.removeChildElement(task.getExtensionElements());
            }
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            without(start, "formRef", "formRefBinding");
        }
        for (TimeDate date : List.copyOf(model.getModelElementsByType(TimeDate.class))) {
            TimerEventDefinition timer = (TimerEventDefinition) date.getParentElement();
            TimeDuration duration = model.newInstance(TimeDuration.class);
            duration.setTextContent("PT15S");
            timer.removeChildElement(date);
            timer.setTimeDuration(duration);
        }
    }

    private static void without(FlowNode node, String... attributes) {
        for (String attribute : attributes) {
            node.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, attribute);
        }
    }

    private static InputStream resource(String name) {
        return BareModel.class.getClassLoader().getResourceAsStream(name);
    }
}
