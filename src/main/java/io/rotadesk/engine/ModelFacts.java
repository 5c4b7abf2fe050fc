package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a file says about each of its elements, in plain properties, so that two versions can be compared and texts be
 * found. A timer or a listener belongs to the element that has it.
 */
final class ModelFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** References that repeat what a flow already says. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "flowNodeRef");

    /** The ends of the names of parts that belong to the element around them, although they have ids. */
    private static final Set<String> PARTS = Set.of(
            "EventDefinition",
            "LoopCharacteristics",
            "xpression",
            "inputEntry",
            "outputEntry",
            "inputValues",
            "outputValues");

    /** The attributes that tell two parts of one kind apart. */
    private static final String[] TELLING = {"name", "event", "key", "target"};

    private final Map<String, ElementFacts> elements = new LinkedHashMap<>();

    /**
     * An element.
     *
     * @param id of the element, or of the component of a form
     * @param type such as {@code userTask}
     * @param name empty if it has none
     * @param properties in the order of the file
     * @param place where it is drawn; empty if it is not
     */
    record ElementFacts(String id, String type, String name, Map<String, String> properties, StringBuilder place) {

        ElementFacts(String id, String type, String name) {
            this(id, type, name, new LinkedHashMap<>(), new StringBuilder());
        }

        String label() {
            return name.isBlank() ? id : name;
        }
    }

    private ModelFacts() {}

    /** @return the elements by id, in the order of the file */
    static Map<String, ElementFacts> of(ModelKind kind, byte[] file) {
        ModelFacts facts = new ModelFacts();
        try {
            if (kind == ModelKind.FORM) {
                JsonNode form = JSON.readTree(file);
                facts.component(form.path("id").asText(), form);
            } else {
                Element root = ModelFile.parse(kind == ModelKind.PROCESS ? "m.bpmn" : "m.dmn", file)
                        .root();
                facts.visit(root);
                facts.draw(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.elements;
    }

    private void visit(Element element) {
        for (Element child : ModelFile.children(element)) {
            if (isDrawing(child)) {
                continue;
            }
            if (isElement(child)) {
                ElementFacts facts = new ElementFacts(child.getAttribute("id"), child.getLocalName(), name(child));
                elements.put(facts.id(), facts);
                describe(child, "", facts);
            }
            visit(child);
        }
    }

    private static boolean isDrawing(Element element) {
        return ModelFile.isStandard(element)
                && (element.getLocalName().equals("BPMNDiagram")
                        || element.getLocalName().equals("DMNDI"));
    }

    private static boolean isElement(Element element) {
        return !element.getAttribute("id").isEmpty()
                && !ModelFile.isExtension(element)
                && PARTS.stream().noneMatch(element.getLocalName()::endsWith);
    }

    /** A rule has no name: people count the rows. */
    private static String name(Element element) {
        if (element.getLocalName().equals("rule")) {
            return String.valueOf(1
                    + ModelFile.children((Element) element.getParentNode()).stream()
                            .filter(row -> row.getLocalName().equals("rule"))
                            .toList()
                            .indexOf(element));
        }
        String label = element.getAttribute("label");
        return label.isBlank() ? element.getAttribute("name") : label;
    }

    /** What belongs to the element itself: its attributes, and those of its parts that are no elements of their own. */
    private static void describe(Element part, String path, ElementFacts facts) {
        for (Attr attribute : ModelFile.attributes(part)) {
            String name = attribute.getLocalName();
            boolean isOwnId = name.equals("id");
            if (!isOwnId && !attribute.getName().startsWith("xmlns") && !isTelling(part, path, name)) {
                put(facts, path.isEmpty() ? name : path + "." + name, attribute.getValue());
            }
        }
        String text = ModelFile.text(part).strip();
        if (!text.isEmpty()) {
            put(facts, path.isEmpty() ? "text" : path, text);
        }
        for (Element child : ModelFile.children(part)) {
            if (!isElement(child) && !isDrawing(child) && !REPEATED.contains(child.getLocalName())) {
                describe(child, path(path, child), facts);
            }
        }
    }

    private static boolean isTelling(Element part, String path, String attribute) {
        return !path.isEmpty()
                && ModelFile.isExtension(part)
                && path.endsWith("[" + part.getAttribute(attribute) + "]");
    }

    /** Frames around parts say nothing by themselves. */
    private static String path(String path, Element child) {
        String name = child.getLocalName();
        if (Set.of("extensionElements", "inputOutput", "text").contains(name)) {
            return path;
        }
        for (String telling : TELLING) {
            if (ModelFile.isExtension(child) && child.hasAttribute(telling)) {
                name += "[" + child.getAttribute(telling) + "]";
                break;
            }
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void put(ElementFacts facts, String property, String value) {
        String free = property;
        for (int i = 2; facts.properties().containsKey(free); i++) {
            free = property + " " + i;
        }
        facts.properties().put(free, value);
    }

    private void draw(Element element) {
        for (Element child : ModelFile.children(element)) {
            ElementFacts drawn = elements.get(child.getAttribute("bpmnElement"));
            if (drawn != null && child.getLocalName().equals("BPMNShape")) {
                ModelFile.children(child).stream()
                        .filter(bounds -> bounds.getLocalName().equals("Bounds"))
                        .forEach(bounds -> drawn.place()
                                .append(bounds.getAttribute("x"))
                                .append(' ')
                                .append(bounds.getAttribute("y")));
            }
            draw(child);
        }
    }

    private void component(String form, JsonNode part) {
        String id = part.has("id") ? part.path("id").asText() : form;
        String label = part.path("label").asText(part.path("dateLabel").asText(""));
        ElementFacts facts = new ElementFacts(id, part.path("type").asText("form"), label);
        elements.put(id, facts);
        values(part, "", facts);
        part.path("components").forEach(child -> component(form, child));
    }

    private static void values(JsonNode part, String path, ElementFacts facts) {
        part.properties().forEach(entry -> {
            String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (path.isEmpty() && Set.of("id", "components", "layout", "type").contains(entry.getKey())) {
                return;
            }
            if (entry.getValue().isValueNode()) {
                put(facts, name, entry.getValue().asText());
            } else if (entry.getValue().isArray()) {
                put(facts, name, entry.getValue().toString());
            } else {
                values(entry.getValue(), name, facts);
            }
        });
    }
}
