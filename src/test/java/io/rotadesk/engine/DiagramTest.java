package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** Small drawings, each with one fault. */
class DiagramTest {

    private final BpmnModelInstance plain = Bpmn.createExecutableProcess("p")
            .startEvent("Start")
            .sequenceFlowId("ToA")
            .userTask("A")
            .sequenceFlowId("ToB")
            .userTask("B")
            .sequenceFlowId("ToEnd")
            .endEvent("End")
            .done();

    @Test
    void aRowOfNodesHasNoFault() {
        assertThat(faults(plain)).isEmpty();
    }

    @Test
    void moreNodesThanFitAreFound() {
        AbstractFlowNodeBuilder<?, ?> row = Bpmn.createExecutableProcess("p").startEvent();
        for (int i = 0; i < Plane.MOST_NODES; i++) {
            row = row.manualTask();
        }

        assertThat(diagram(row.done()).onEveryPlane(Plane::tooManyNodes)).containsExactly("p: 36 nodes");
    }

    @Test
    void tooWideAndTooLongDrawingsAreFound() {
        draw("End", 3_000, 100);
        route("ToEnd", 436, 118, 3_000, 118);

        assertThat(diagram(plain).onEveryPlane(Plane::tooWide)).containsExactly("p: 2936 px wide");
        assertThat(diagram(plain).onEveryPlane(Plane::longFlows)).containsExactly("p: ToEnd is 2564 px long");
    }

    @Test
    void aFlowAskewIsFound() {
        route("ToEnd", 436, 118, 500, 130);

        assertThat(diagram(plain).onEveryPlane(Plane::askew)).containsExactly("p: ToEnd runs askew");
    }

    @Test
    void crossingFlowsAreFound() {
        route("ToA", 300, 0, 300, 300);

        assertThat(diagram(plain).onEveryPlane(Plane::crossings)).containsExactly("p: ToA crosses ToB");
    }

    @Test
    void flowsOnTopOfOneAnotherAreFound() {
        route("ToA", 100, 300, 300, 300);
        route("ToB", 250, 303, 400, 303);
        route("ToEnd", 390, 303, 500, 303);

        assertThat(diagram(plain).onEveryPlane(Plane::overlaps)).containsExactly("p: ToA lies on ToB for 50 px");
    }

    @Test
    void flowsBetweenTheSameNodesMayLieOnOneAnother() {
        BpmnModelInstance twice = Bpmn.createExecutableProcess("p")
                .startEvent("Start")
                .sequenceFlowId("One")
                .userTask("A")
                .moveToNode("Start")
                .sequenceFlowId("Other")
                .connectTo("A")
                .done();

        assertThat(diagram(twice).onEveryPlane(Plane::overlaps)).isEmpty();
    }

    @Test
    void aFlowThroughATaskIsFound() {
        route("ToEnd", 436, 118, 436, 90, 100, 90);

        assertThat(diagram(plain).onEveryPlane(Plane::flowsThroughNodes)).contains("p: ToEnd runs through A");
    }

    @Test
    void aStartFurtherInIsFound() {
        draw("A", 100, 300);
        draw("Start", 250, 300);

        assertThat(diagram(plain).onEveryPlane(Plane::startsNotAtTheLeftEdge))
                .containsExactly("p: Start begins 150 px from the left edge", "p: Start is not left of A");
    }

    @Test
    void aHiddenIconIsFound() {
        BpmnModelInstance hidden = Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("A")
                .boundaryEvent("Late")
                .endEvent()
                .moveToActivity("A")
                .endEvent()
                .done();
        Bpmn.validateModel(hidden);
        Box task = box(hidden, "A");

        draw(hidden, "Late", task.left() + 10, task.top() - 18);
        assertThat(diagram(hidden).onEveryPlane(Plane::hiddenIcons)).containsExactly("p: Late hides the icon of A");
        draw(hidden, "Late", task.left() + 40, task.top() - 18);
        assertThat(diagram(hidden).onEveryPlane(Plane::hiddenIcons)).isEmpty();
    }

    @Test
    void aJoinDirectlyBeforeAJoinIsFound() {
        BpmnModelInstance joins = Bpmn.createExecutableProcess("p")
                .startEvent()
                .exclusiveGateway("Split")
                .exclusiveGateway("First")
                .exclusiveGateway("Second")
                .endEvent()
                .moveToNode("Split")
                .connectTo("First")
                .moveToNode("Split")
                .connectTo("Second")
                .done();

        assertThat(diagram(joins).joinsInARow()).containsExactly("First joins directly before Second");
    }

    @Test
    void missingShapesAreFound() {
        remove(plain, "A");
        edge("ToEnd").getParentElement().removeChildElement(edge("ToEnd"));

        assertThat(diagram(plain).notDrawnWhereItBelongs())
                .containsExactlyInAnyOrder(
                        "A belongs on p and is drawn on []", "ToEnd belongs on p and is drawn on []");
    }

    @Test
    void aCollapsedSubprocessHasAPlaneOfItsOwn() {
        BpmnModelInstance nested = Bpmn.createExecutableProcess("p")
                .startEvent()
                .subProcess("Part")
                .embeddedSubProcess()
                .startEvent("Begin")
                .sequenceFlowId("Inside")
                .endEvent("Done")
                .subProcessDone()
                .endEvent()
                .done();
        assertThat(faults(nested)).as("expanded").isEmpty();

        shape(nested, "Part").setExpanded(false);
        assertThat(diagram(nested).collapsedWithoutPlane())
                .containsExactly("Part is collapsed and has no plane of its own");

        BpmnPlane own = planeOf(nested, "Part");
        assertThat(diagram(nested).collapsedWithoutPlane()).isEmpty();
        assertThat(diagram(nested).notDrawnWhereItBelongs())
                .containsExactlyInAnyOrder(
                        "Begin belongs on Part and is drawn on [p]",
                        "Done belongs on Part and is drawn on [p]",
                        "Inside belongs on Part and is drawn on [p]");

        for (String inside : List.of("Begin", "Done")) {
            BpmnShape shape = shape(nested, inside);
            shape.getParentElement().removeChildElement(shape);
            own.addChildElement(shape);
        }
        BpmnEdge flow = edge(nested, "Inside");
        flow.getParentElement().removeChildElement(flow);
        own.addChildElement(flow);
        assertThat(faults(nested)).as("on a plane of its own").isEmpty();

        shape(nested, "Part").setExpanded(true);
        assertThat(diagram(nested).collapsedWithoutPlane())
                .containsExactly("Part has a plane of its own and is not drawn collapsed");
    }

    private static Diagram diagram(BpmnModelInstance model) {
        return new Diagram(model);
    }

    private static List<String> faults(BpmnModelInstance model) {
        return diagram(model).faults();
    }

    private void draw(String id, double x, double y) {
        draw(plain, id, x, y);
    }

    private static void draw(BpmnModelInstance model, String id, double x, double y) {
        shape(model, id).getBounds().setX(x);
        shape(model, id).getBounds().setY(y);
    }

    /** The points of a flow, each x and y. */
    private void route(String flow, double... points) {
        List.copyOf(edge(flow).getWaypoints())
                .forEach(point -> edge(flow).getWaypoints().remove(point));
        for (int i = 0; i < points.length; i += 2) {
            Waypoint point = plain.newInstance(Waypoint.class);
            point.setX(points[i]);
            point.setY(points[i + 1]);
            edge(flow).getWaypoints().add(point);
        }
    }

    private static void remove(BpmnModelInstance model, String node) {
        BpmnShape shape = shape(model, node);
        shape.getParentElement().removeChildElement(shape);
    }

    private static BpmnPlane planeOf(BpmnModelInstance model, String subProcess) {
        BpmnDiagram diagram = model.newInstance(BpmnDiagram.class);
        BpmnPlane plane = model.newInstance(BpmnPlane.class);
        plane.setBpmnElement((BaseElement) model.getModelElementById(subProcess));
        model.getDefinitions().getBpmDiagrams().add(diagram);
        diagram.setBpmnPlane(plane);
        return plane;
    }

    private static Box box(BpmnModelInstance model, String node) {
        return Box.of(shape(model, node).getBounds());
    }

    private static BpmnShape shape(BpmnModelInstance model, String node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private BpmnEdge edge(String flow) {
        return edge(plain, flow);
    }

    private static BpmnEdge edge(BpmnModelInstance model, String flow) {
        return (BpmnEdge) ((BaseElement) model.getModelElementById(flow)).getDiagramElement();
    }
}
