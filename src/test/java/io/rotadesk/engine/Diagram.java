package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** How a model is drawn. */
record Diagram(BpmnModelInstance model) {

    /** A straight piece of a flow. */
    private record Segment(String flow, double x1, double y1, double x2, double y2) {

        boolean isSquare() {
            return x1 == x2 || y1 == y2;
        }

        /** Whether the inner parts of an upright and a level segment meet. Flows may join at their ends. */
        boolean crosses(Segment other) {
            return isUpright() != other.isUpright() && (isUpright() ? crossesLevel(other) : other.crossesLevel(this));
        }

        private boolean isUpright() {
            return x1 == x2;
        }

        private boolean crossesLevel(Segment level) {
            return between(x1, level.x1, level.x2) && between(level.y1, y1, y2);
        }

        private static boolean between(double value, double one, double other) {
            return value > Math.min(one, other) && value < Math.max(one, other);
        }
    }

    void check() {
        SoftAssertions.assertSoftly(softly -> {
            Set<String> drawn = new HashSet<>();
            model.getModelElementsByType(BpmnShape.class)
                    .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
            model.getModelElementsByType(BpmnEdge.class)
                    .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
            for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
                if (element instanceof FlowNode || element instanceof SequenceFlow) {
                    softly.assertThat(drawn).contains(element.getId());
                }
            }
            List<Segment> segments = segments();
            softly.assertThat(segments).as("flows that run askew").allMatch(Segment::isSquare);
            softly.assertThat(crossings(segments)).as("crossing flows").isEmpty();
        });
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                segments.add(new Segment(
                        edge.getBpmnElement().getId(),
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()));
            }
        }
        return segments;
    }

    private static Set<String> crossings(List<Segment> segments) {
        Set<String> crossings = new HashSet<>();
        for (Segment one : segments) {
            for (Segment other : segments) {
                if (one.flow().compareTo(other.flow()) < 0 && one.crosses(other)) {
                    crossings.add(one.flow() + " and " + other.flow());
                }
            }
        }
        return crossings;
    }
}
