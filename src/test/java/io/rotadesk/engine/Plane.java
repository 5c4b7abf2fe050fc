package io.rotadesk.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** One picture of a model: what a person has on the screen at once. */
final class Plane {

    static final int MOST_NODES = 35;
    static final int WIDEST = 2_400;
    static final int LONGEST_FLOW = 900;
    static final int LONGEST_OVERLAP = 20;

    /** How far right of the leftmost node a start may be. */
    static final int LEFT_EDGE = 100;

    /** The icon that tells a task's kind, in its upper left corner. */
    private static final double ICON = 30;

    private final String name;
    private final Map<FlowNode, Box> nodes = new LinkedHashMap<>();
    private final Map<SequenceFlow, List<Segment>> flows = new LinkedHashMap<>();
    private final Set<String> collapsed = new HashSet<>();

    Plane(BpmnPlane plane) {
        name = plane.getBpmnElement().getId();
        for (BpmnShape shape : plane.getChildElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                nodes.put(node, Box.of(shape.getBounds()));
                if (node instanceof SubProcess && !"true".equals(shape.getAttributeValue("isExpanded"))) {
                    collapsed.add(node.getId());
                }
            }
        }
        for (BpmnEdge edge : plane.getChildElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                flows.put(flow, segments(edge));
            }
        }
    }

    /** The id of the process or subprocess that is drawn here. */
    String name() {
        return name;
    }

    boolean draws(String id) {
        return nodes.keySet().stream().anyMatch(node -> node.getId().equals(id))
                || flows.keySet().stream().anyMatch(flow -> flow.getId().equals(id));
    }

    boolean collapses(String id) {
        return collapsed.contains(id);
    }

    List<String> tooManyNodes() {
        return nodes.size() > MOST_NODES ? List.of(nodes.size() + " nodes") : List.of();
    }

    List<String> tooWide() {
        double left = xs().min().orElse(0);
        double right = xs().max().orElse(0);
        return right - left > WIDEST ? List.of(Math.round(right - left) + " px wide") : List.of();
    }

    List<String> longFlows() {
        List<String> found = new ArrayList<>();
        flows.forEach((flow, segments) -> {
            double length = segments.stream().mapToDouble(Segment::length).sum();
            if (length > LONGEST_FLOW) {
                found.add(flow.getId() + " is " + Math.round(length) + " px long");
            }
        });
        return found;
    }

    List<String> askew() {
        List<String> found = new ArrayList<>();
        flows.forEach((flow, segments) -> {
            if (!segments.stream().allMatch(Segment::isSquare)) {
                found.add(flow.getId() + " runs askew");
            }
        });
        return found;
    }

    List<String> crossings() {
        return pairs((one, other) -> flows.get(one).stream()
                        .anyMatch(segment -> flows.get(other).stream().anyMatch(segment::crosses))
                ? one.getId() + " crosses " + other.getId()
                : null);
    }

    /** Flows between the same two nodes differ in their labels only. */
    List<String> overlaps() {
        return pairs((one, other) -> {
            boolean sameEnds =
                    one.getSource().equals(other.getSource()) && one.getTarget().equals(other.getTarget());
            double along = flows.get(one).stream()
                    .flatMapToDouble(segment -> flows.get(other).stream().mapToDouble(segment::along))
                    .sum();
            return !sameEnds && along > LONGEST_OVERLAP
                    ? one.getId() + " lies on " + other.getId() + " for " + Math.round(along) + " px"
                    : null;
        });
    }

    List<String> flowsThroughNodes() {
        List<String> found = new ArrayList<>();
        flows.forEach((flow, segments) -> nodes.forEach((node, box) -> {
            if (!touches(flow, node) && segments.stream().anyMatch(segment -> segment.runsThrough(box))) {
                found.add(flow.getId() + " runs through " + node.getId());
            }
        }));
        return found;
    }

    /** A start is left of all that it leads to, and nothing begins much further left. */
    List<String> startsNotAtTheLeftEdge() {
        List<String> found = new ArrayList<>();
        nodes.forEach((node, box) -> {
            if (node instanceof StartEvent start) {
                double edge = leftEdgeAround(start);
                if (box.left() - edge > LEFT_EDGE) {
                    found.add(start.getId() + " begins " + Math.round(box.left() - edge) + " px from the left edge");
                }
                reachedFrom(start).stream()
                        .filter(reached -> nodes.get(reached).left() <= box.left())
                        .forEach(reached -> found.add(start.getId() + " is not left of " + reached.getId()));
            }
        });
        return found;
    }

    List<String> hiddenIcons() {
        List<String> found = new ArrayList<>();
        nodes.forEach((node, box) -> {
            if (node instanceof BoundaryEvent event) {
                Box task = nodes.get(event.getAttachedTo());
                if (task != null && box.overlaps(new Box(task.left(), task.top(), ICON, ICON))) {
                    found.add(event.getId() + " hides the icon of "
                            + event.getAttachedTo().getId());
                }
            }
        });
        return found;
    }

    private DoubleStream xs() {
        return DoubleStream.concat(
                nodes.values().stream().flatMapToDouble(box -> DoubleStream.of(box.left(), box.right())),
                flows.values().stream()
                        .flatMap(List::stream)
                        .flatMapToDouble(segment -> DoubleStream.of(segment.x1(), segment.x2())));
    }

    private double leftEdgeAround(StartEvent start) {
        if (start.getParentElement() instanceof SubProcess around && nodes.containsKey(around)) {
            return nodes.get(around).left();
        }
        return nodes.values().stream().mapToDouble(Box::left).min().orElse(0);
    }

    /** What is drawn here and can be reached from a node, by flows and by the events on an activity's boundary. */
    private Set<FlowNode> reachedFrom(FlowNode start) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> ahead = new ArrayDeque<>(next(start));
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.pop();
            if (nodes.containsKey(node) && reached.add(node)) {
                ahead.addAll(next(node));
            }
        }
        return reached;
    }

    private Collection<FlowNode> next(FlowNode node) {
        List<FlowNode> next = new ArrayList<>();
        node.getOutgoing().forEach(flow -> next.add(flow.getTarget()));
        nodes.keySet().stream()
                .filter(other -> other instanceof BoundaryEvent event
                        && event.getAttachedTo().equals(node))
                .forEach(next::add);
        return next;
    }

    /** A flow may touch the nodes at its ends, and what these are part of or attached to. */
    private static boolean touches(SequenceFlow flow, FlowNode node) {
        return List.of(flow.getSource(), flow.getTarget()).stream()
                .anyMatch(end -> end.equals(node)
                        || end instanceof BoundaryEvent event
                                && event.getAttachedTo().equals(node)
                        || node instanceof BoundaryEvent on
                                && end instanceof Activity
                                && on.getAttachedTo().equals(end)
                        || node instanceof SubProcess && end.getParentElement().equals(node));
    }

    private List<String> pairs(Rule rule) {
        List<String> found = new ArrayList<>();
        List<SequenceFlow> all = List.copyOf(flows.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                String broken = rule.broken(all.get(i), all.get(j));
                if (broken != null) {
                    found.add(broken);
                }
            }
        }
        return found;
    }

    private static List<Segment> segments(BpmnEdge edge) {
        List<Segment> segments = new ArrayList<>();
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Segment(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()));
        }
        return segments;
    }

    /** What is wrong with two flows, null if nothing is. */
    private interface Rule {

        String broken(SequenceFlow one, SequenceFlow other);
    }
}
