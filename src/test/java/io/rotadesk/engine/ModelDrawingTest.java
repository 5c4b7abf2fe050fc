package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> rulesAndModels() throws IOException {
        List<Path> models = models().toList();
        return Stream.of(DrawingRule.values()).flatMap(rule -> models.stream().map(file -> arguments(rule, file)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndModels")
    void everyModelIsDrawnByEveryRule(DrawingRule rule, Path file) {
        assertThat(rule.faults(Diagram.of(file))).isEmpty();
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
