package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The texts of a model or a form that people read, each under a key: the file's name for the process or decision itself,
 * {@code call-handling.Task_PickUpCall} for the label of an element, {@code call-handling.Task_PickUpCall.documentation}
 * for what Tasklist shows as the description of a task, {@code tour-emphasis.Output_Retail} for a sentence that a decision
 * gives, {@code log-call.callerNumber.label} for a part of a form by its key, or by its id when it takes no input.
 */
final class ModelTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FORM_TEXTS =
            List.of("label", "description", "text", "dateLabel", "timeLabel", "content", "alt", "title");
    private static final List<String> APPEARANCE_TEXTS = List.of("prefixAdorner", "suffixAdorner");

    /** In these files an input's or output's name is a variable; people read its label. */
    private static final Set<String> LABELLED = Set.of("input", "output");

    private static final Set<String> OWNERS = Set.of("process", "decision");

    /** A decision's result that people read. Codes are in plain letters and are not translated. */
    private static final Pattern SENTENCE = Pattern.compile("\\s*+\"([^\"]*+)\"\\s*+");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final BinaryOperator<String> replacement;

    private ModelTexts(BinaryOperator<String> replacement) {
        this.replacement = replacement;
    }

    /**
     * @param file the file's name, whose ending says what it is
     * @param replacement gives the text to show for a text's key and the written text
     * @return the file with the texts replaced; ids, keys, rules and expressions are unchanged
     * @throws IOException if the file cannot be read
     */
    static byte[] replace(String file, byte[] content, BinaryOperator<String> replacement) throws IOException {
        ModelTexts texts = new ModelTexts(replacement);
        if (ModelFile.isForm(file)) {
            JsonNode form = JSON.readTree(content);
            texts.visitComponents(form.path("id").asText(), form);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form);
        }
        ModelFile model = ModelFile.parse(file, content);
        texts.visitModel(model);
        return written(model.root());
    }

    private void visitModel(ModelFile model) {
        String owner = model.name().substring(model.name().lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        model.forEach(element -> {
            String kind = element.getLocalName();
            String attribute = LABELLED.contains(kind) ? "label" : "name";
            if (OWNERS.contains(kind)) {
                replace(owner, element, attribute);
            } else if (kind.equals("inputData")
                    || isInside(element) && !element.getAttribute("id").isEmpty()) {
                replace(owner + "." + element.getAttribute("id"), element, attribute);
            } else if (kind.equals("documentation") && parentKind(element).equals("userTask")) {
                String task = ((Element) element.getParentNode()).getAttribute("id");
                element.setTextContent(
                        replacement.apply(owner + "." + task + ".documentation", ModelFile.text(element)));
            } else if (kind.equals("text") && parentKind(element).equals("outputEntry")) {
                replaceSentence(owner, element);
            }
        });
    }

    private void replaceSentence(String owner, Element text) {
        Matcher sentence = SENTENCE.matcher(ModelFile.text(text));
        if (sentence.matches() && HAN.matcher(sentence.group(1)).find()) {
            String key = owner + "." + ((Element) text.getParentNode()).getAttribute("id");
            text.setTextContent('"' + replacement.apply(key, sentence.group(1)) + '"');
        }
    }

    private void replace(String key, Element element, String attribute) {
        if (element.hasAttribute(attribute)) {
            element.setAttribute(attribute, replacement.apply(key, element.getAttribute(attribute)));
        }
    }

    /**
     * Whether it belongs to a process or a decision; the name of a message outside of them is not a text for people.
     */
    private static boolean isInside(Element element) {
        for (Node node = element.getParentNode(); node instanceof Element around; node = node.getParentNode()) {
            if (OWNERS.contains(around.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static String parentKind(Element element) {
        return element.getParentNode().getLocalName();
    }

    private void visitComponents(String form, JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText(component.path("id").asText());
            String prefix = form + "." + key + ".";
            replace(prefix, component, FORM_TEXTS);
            replace(prefix, component.path("appearance"), APPEARANCE_TEXTS);
            for (JsonNode option : component.path("values")) {
                replace(prefix + "values." + option.path("value").asText() + ".", option, List.of("label"));
            }
            visitComponents(form, component);
        }
    }

    private void replace(String prefix, JsonNode node, List<String> names) {
        for (String name : names) {
            String text = node.path(name).asText("");
            if (!text.isBlank() && !text.startsWith("=")) {
                ((ObjectNode) node).put(name, replacement.apply(prefix + name, text));
            }
        }
    }

    private static byte[] written(Element root) throws IOException {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(root.getOwnerDocument()), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }
}
