package io.rotadesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * No more than the shape of a model of ours: every service task and the decision do nothing, user tasks keep their
 * assignee, boundary events stay as they are, timers have a fixed duration; no forms, no parameters, no listeners, and
 * no variables but those that the gateways need. An agent's input is lost.
 */
final class BareModel {

    private static final String DOES_NOTHING = "${nothing}";

    /** Replaces the assignee that one of our beans would name. */
    private static final String ASSIGNEE = "${staff}";

    private BareModel() {}

    static void deploy(RepositoryService repository, String name) throws IOException {
        try (InputStream file = BareModel.class.getClassLoader().getResourceAsStream("processes/" + name)) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file);
            strip(model);
            repository.createDeployment().addModelInstance(name, model).deploy();
        }
    }

    private static void strip(BpmnModelInstance model) {
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            task.setCamundaDelegateExpression(DOES_NOTHING);
        }
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            without(task, "decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable");
            task.setCamundaDelegateExpression(DOES_NOTHING);
        }
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            if (task.getCamundaAssignee() != null && task.getCamundaAssignee().contains("(")) {
                task.setCamundaAssignee(ASSIGNEE);
            }
            without(task, "formRef", "formRefBinding", "dueDate", "candidateUsers");
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            without(start, "formRef", "formRefBinding");
        }
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (!(element instanceof CallActivity)) {
                withoutExtensions(element);
            }
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            CamundaIn everything = model.newInstance(CamundaIn.class);
            everything.setCamundaVariables("all");
            call.getExtensionElements().addChildElement(everything);
        }
        for (TimeDate date : List.copyOf(model.getModelElementsByType(TimeDate.class))) {
            TimerEventDefinition timer = (TimerEventDefinition) date.getParentElement();
            TimeDuration duration = model.newInstance(TimeDuration.class);
            duration.setTextContent("PT15S");
            timer.removeChildElement(date);
            timer.setTimeDuration(duration);
        }
    }

    private static void withoutExtensions(FlowElement element) {
        if (element.getExtensionElements() != null) {
            element.removeChildElement(element.getExtensionElements());
        }
    }

    private static void without(FlowElement element, String... attributes) {
        for (String attribute : attributes) {
            element.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, attribute);
        }
    }
}
