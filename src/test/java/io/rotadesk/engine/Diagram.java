package io.rotadesk.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * How a model is drawn: the process on one plane, each collapsed subprocess on a plane of its own. Every method names what is
 * drawn badly, in sentences; a good drawing has none.
 */
final class Diagram {

    private final BpmnModelInstance model;
    private final List<Plane> planes;

    Diagram(BpmnModelInstance model) {
        this.model = model;
        this.planes = model.getModelElementsByType(BpmnDiagram.class).stream()
                .map(diagram -> new Plane(diagram.getBpmnPlane()))
                .toList();
    }

    static Diagram of(Path file) {
        return new Diagram(Bpmn.readModelFromFile(file.toFile()));
    }

    /** What breaks any {@link DrawingRule}. */
    List<String> faults() {
        return Stream.of(DrawingRule.values())
                .flatMap(rule -> rule.faults(this).stream())
                .toList();
    }

    /** What {@link Plane} finds, on every plane. */
    List<String> onEveryPlane(Function<Plane, List<String>> rule) {
        return planes.stream()
                .flatMap(plane -> rule.apply(plane).stream().map(found -> plane.name() + ": " + found))
                .toList();
    }

    /** Every node and flow is drawn once, on the plane of the process or subprocess that it is part of. */
    List<String> notDrawnWhereItBelongs() {
        List<String> found = new ArrayList<>();
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                List<String> on = planes.stream()
                        .filter(plane -> plane.draws(element.getId()))
                        .map(Plane::name)
                        .toList();
                String belongs = planeOf(element.getParentElement());
                if (!on.equals(List.of(belongs))) {
                    found.add(element.getId() + " belongs on " + belongs + " and is drawn on " + on);
                }
            }
        }
        return found;
    }

    List<String> collapsedWithoutPlane() {
        List<String> found = new ArrayList<>();
        for (SubProcess subProcess : model.getModelElementsByType(SubProcess.class)) {
            boolean collapsed = planes.stream().anyMatch(plane -> plane.collapses(subProcess.getId()));
            boolean ownPlane = planes.stream().anyMatch(plane -> plane.name().equals(subProcess.getId()));
            if (collapsed && !ownPlane) {
                found.add(subProcess.getId() + " is collapsed and has no plane of its own");
            } else if (ownPlane && !collapsed) {
                found.add(subProcess.getId() + " has a plane of its own and is not drawn collapsed");
            }
        }
        return found;
    }

    /** One join can take all ways in. A join of another kind waits for something else. */
    List<String> joinsInARow() {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> joins(flow.getSource()) && joins(flow.getTarget()))
                .filter(flow -> flow.getSource()
                        .getElementType()
                        .equals(flow.getTarget().getElementType()))
                .map(flow -> flow.getSource().getId() + " joins directly before "
                        + flow.getTarget().getId())
                .toList();
    }

    private static boolean joins(FlowNode node) {
        return node instanceof Gateway && node.getIncoming().size() > 1;
    }

    /** The nearest scope around that has a plane. An expanded subprocess is drawn on the plane around it. */
    private String planeOf(ModelElementInstance scope) {
        String id = scope.getAttributeValue("id");
        boolean hasPlane = planes.stream().anyMatch(plane -> plane.name().equals(id));
        return hasPlane || !(scope instanceof SubProcess) ? id : planeOf(scope.getParentElement());
    }
}
