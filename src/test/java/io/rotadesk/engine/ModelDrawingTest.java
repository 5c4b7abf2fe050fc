package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How models are drawn: so that each picture can be taken in at a glance. {@link ModelConventionsTest} is about their names.
 */
class ModelDrawingTest {

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawnOnThePlaneWhereItBelongs(Path file) {
        assertThat(Diagram.of(file).notDrawnWhereItBelongs()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCollapsedSubprocessHasAPlaneOfItsOwn(Path file) {
        assertThat(Diagram.of(file).collapsedWithoutPlane()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunUprightOrLevel(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::askew)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotCross(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::crossings)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPlaneHasNoMoreNodesThanAPersonTakesIn(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::tooManyNodes))
                .as("planes with more than %d nodes; draw a part of them on a plane of its own", Plane.MOST_NODES)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPlaneFitsOnAScreen(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::tooWide))
                .as("planes wider than %d px", Plane.WIDEST)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsAreShort(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::longFlows))
                .as("flows longer than %d px", Plane.LONGEST_FLOW)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotLieOnOneAnother(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::overlaps))
                .as("flows that look like one for more than %d px", Plane.LONGEST_OVERLAP)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsGoRoundWhatTheyDoNotLeadTo(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::flowsThroughNodes)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneJoinTakesAllWaysIn(Path file) {
        assertThat(Diagram.of(file).joinsInARow()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStartIsAtTheLeftEdge(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::startsNotAtTheLeftEdge))
                .as("starts more than %d px from the left edge, or not left of what they lead to", Plane.LEFT_EDGE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theIconOfATaskIsSeen(Path file) {
        assertThat(Diagram.of(file).onEveryPlane(Plane::hiddenIcons)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aParallelGatewayAsksNothing(Path file) {
        assertThat(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(ParallelGateway.class))
                .as("parallel gateways that ask a question; all of their ways are taken")
                .noneMatch(gateway ->
                        gateway.getName() != null && gateway.getName().endsWith("？"));
    }
}
