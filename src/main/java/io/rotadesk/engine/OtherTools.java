package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Recognises models that were made for another engine. Their parts mean nothing here, so one sentence about the whole
 * file helps more than a finding at each element.
 */
final class OtherTools {

    /** What each engine adds to BPMN and DMN, by its namespace. */
    private static final Map<String, String> ENGINES = Map.of(
            "http://camunda.org/schema/zeebe/1.0", "Camunda 8",
            "http://flowable.org/bpmn", "Flowable",
            "http://flowable.org/dmn", "Flowable",
            "http://www.jboss.org/drools", "jBPM",
            "http://www.jboss.org/bpmn2", "jBPM");

    private static final String PLATFORM = "executionPlatform";
    private static final String CAMUNDA_8 = "Camunda Cloud";

    private OtherTools() {}

    /** @return the engine for which the file was made; empty if it may be for this one */
    static Optional<String> engine(ModelFile file) {
        Optional<String> platform = ModelFile.attributes(file.root()).stream()
                .filter(attribute -> PLATFORM.equals(attribute.getLocalName()))
                .filter(attribute -> attribute.getValue().equals(CAMUNDA_8))
                .map(attribute -> ENGINES.get("http://camunda.org/schema/zeebe/1.0"))
                .findFirst();
        return platform.isPresent() ? platform : used(file.root());
    }

    /** A namespace that is declared and not used says nothing. */
    private static Optional<String> used(Element element) {
        Stream<Node> named = Stream.concat(Stream.of(element), ModelFile.attributes(element).stream());
        Optional<String> engine = named.map(Node::getNamespaceURI)
                .filter(namespace -> namespace != null && ENGINES.containsKey(namespace))
                .map(ENGINES::get)
                .findFirst();
        return engine.isPresent()
                ? engine
                : ModelFile.children(element).stream()
                        .map(OtherTools::used)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
