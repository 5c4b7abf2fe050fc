package io.rotadesk.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * Finds processes that can come back to the same element without anybody having done anything. Such a process loops for
 * ever, and blocks a core and the database. It follows sequence flows and links, the ways into and out of subprocesses,
 * errors and escalations to the events that catch them, signals, and called processes.
 */
final class ModelFlow {

    private final Collection<ProcessDefinitionEntity> processes;
    private final CalledProcesses called;
    /** The points that follow at once, for each point of a process. */
    private final Map<FlowPoint, Set<FlowPoint>> next = new LinkedHashMap<>();

    /** @param processes the processes to check; those that they call are followed too */
    ModelFlow(Collection<ProcessDefinitionEntity> processes, CalledProcesses called) {
        this.processes = processes;
        this.called = called;
    }

    List<ModelFinding> findings() {
        FlowSteps steps = new FlowSteps(called);
        Set<String> seen = new HashSet<>();
        Deque<ProcessDefinitionEntity> toRead = new ArrayDeque<>(processes);
        if (!processes.isEmpty()) {
            toRead.addAll(called.startedBySignals());
        }
        while (!toRead.isEmpty()) {
            ProcessDefinitionEntity process = toRead.poll();
            if (seen.add(process.getKey())) {
                steps.read(process);
                steps.callees().forEach(toRead::add);
            }
        }
        steps.forEach((from, to) ->
                next.computeIfAbsent(from, point -> new LinkedHashSet<>()).add(to));
        return cycles();
    }

    /** One finding for each process that has a cycle, naming an element on it. */
    private List<ModelFinding> cycles() {
        Map<String, ModelFinding> findings = new LinkedHashMap<>();
        Map<FlowPoint, Boolean> finished = new HashMap<>();
        for (FlowPoint start : new ArrayList<>(next.keySet())) {
            for (FlowPoint point : cycleFrom(start, finished)) {
                processes.stream()
                        .filter(process -> process.getKey().equals(point.process()))
                        .forEach(process -> findings.putIfAbsent(
                                process.getKey(),
                                new ModelFinding(process.getResourceName(), name(point.element()), "model.cycle")));
            }
        }
        return List.copyOf(findings.values());
    }

    private static String name(String element) {
        return element.replace(BpmnParse.getIdForMiBody(""), "");
    }

    /** Depth-first search without recursion, since a process may have thousands of elements in a row. */
    private List<FlowPoint> cycleFrom(FlowPoint start, Map<FlowPoint, Boolean> finished) {
        if (finished.containsKey(start)) {
            return List.of();
        }
        Deque<Iterator<FlowPoint>> waiting = new ArrayDeque<>();
        LinkedHashSet<FlowPoint> path = new LinkedHashSet<>();
        Deque<FlowPoint> points = new ArrayDeque<>();
        List<FlowPoint> cycle = new ArrayList<>();
        enter(start, waiting, points, path, finished);
        while (!waiting.isEmpty()) {
            if (!waiting.peek().hasNext()) {
                waiting.pop();
                FlowPoint done = points.pop();
                path.remove(done);
                finished.put(done, true);
                continue;
            }
            FlowPoint following = waiting.peek().next();
            if (path.contains(following) && cycle.isEmpty()) {
                List<FlowPoint> way = new ArrayList<>(path);
                cycle.addAll(way.subList(way.indexOf(following), way.size()));
            } else if (!finished.containsKey(following)) {
                enter(following, waiting, points, path, finished);
            }
        }
        return cycle;
    }

    private void enter(
            FlowPoint point,
            Deque<Iterator<FlowPoint>> waiting,
            Deque<FlowPoint> points,
            Set<FlowPoint> path,
            Map<FlowPoint, Boolean> finished) {
        finished.put(point, false);
        path.add(point);
        points.push(point);
        waiting.push(next.getOrDefault(point, Set.of()).iterator());
    }

    /** A point of a process: the beginning or the end of an element. */
    record FlowPoint(String process, String element, boolean isOver) {

        static FlowPoint begins(ActivityImpl activity) {
            return of(activity, false);
        }

        static FlowPoint over(ActivityImpl activity) {
            return of(activity, true);
        }

        private static FlowPoint of(ActivityImpl activity, boolean isOver) {
            var process = (ProcessDefinitionEntity) activity.getProcessDefinition();
            return new FlowPoint(process.getKey(), activity.getId(), isOver);
        }
    }
}
