package io.rotadesk.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A BPMN or DMN file as a tree.
 *
 * @param name of the file
 * @param root its outermost element
 */
record ModelFile(String name, Element root) {

    /** Camunda's namespace first, in the engine's order; in BPMN the engine treats Activiti's as the same. */
    private static final List<String> IN_BPMN =
            List.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private static final List<String> IN_DMN = List.of("http://camunda.org/schema/1.0/dmn");

    private static final Pattern STANDARD = Pattern.compile("https?://www\\.omg\\.org/spec/(BPMN|DMN|DD)/.*");
    private static final Pattern DMN = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/.*");

    private static final Pattern BLANKS = Pattern.compile("[ \t\n\r]+");

    private static final String EXECUTABLE = "isExecutable";
    private static final String EXTENDING = "extensionElements";

    /** These are surely false to the engine; whatever else is said is checked. */
    private static final Set<String> NOT_EXECUTABLE = Set.of("false", "0");

    /** Parts of BPMN and DMN that are there for people, where BPMN and DMN have them. */
    private static final Set<String> UNREAD = Set.of("BPMNDiagram", "DMNDI", "textAnnotation", "group", "category");

    /** @throws IOException if it is not well-formed XML, or has a document type, which could read other files */
    static ModelFile parse(String name, byte[] bytes) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(bytes));
            return new ModelFile(name, document.getDocumentElement());
        } catch (SAXException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isBpmn() {
        return isBpmn(name);
    }

    static boolean isBpmn(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    static boolean isDmn(String name) {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }

    static boolean isForm(String name) {
        return name.endsWith(".form");
    }

    /**
     * Visits every element that the engine reads: not the diagram, notes, what other tools keep for themselves, nor what
     * is inside a process that is not executable.
     */
    void forEach(Consumer<Element> visitor) {
        visit(root, visitor);
    }

    private static void visit(Element element, Consumer<Element> visitor) {
        visitor.accept(element);
        if (!isLeftAlone(element)) {
            children(element).stream().filter(ModelFile::isRead).forEach(child -> visit(child, visitor));
        }
    }

    private static boolean isRead(Element element) {
        if (isStandard(element) || !element.getParentNode().getLocalName().equals(EXTENDING)) {
            return !UNREAD.contains(element.getLocalName()) || !isForPeople(element);
        }
        return isExtension(element) || BpmnVocabulary.isWordOfTheEngine(element.getLocalName());
    }

    /** Within the engine's own elements it takes any element for a value, whatever its name is and to whom it belongs. */
    private static boolean isForPeople(Element element) {
        for (Node node = element.getParentNode(); node instanceof Element around; node = node.getParentNode()) {
            if (!isStandard(around) || around.getLocalName().equals(EXTENDING)) {
                return false;
            }
        }
        return isStandard(element);
    }

    /** @return whether it is a description for people, and no value that has the name of one */
    static boolean isDocumentation(Element element) {
        return element.getLocalName().equals("documentation") && isForPeople(element);
    }

    /** Only where it says so: without a word about it the engine reads the process when it loads the file once more. */
    static boolean isLeftAlone(Element element) {
        return element.getLocalName().equals("process")
                && isForPeople(element)
                && NOT_EXECUTABLE.contains(executable(element));
    }

    /** @return whether the engine takes this for a process that can run, as it reads the attribute itself */
    static boolean isExecutable(Element process) {
        return Boolean.parseBoolean(executable(process));
    }

    /** The engine reads the value as the schema says, and so without the blanks around it. */
    private static String executable(Element process) {
        return BLANKS.matcher(process.getAttribute(EXECUTABLE)).replaceAll(" ").strip();
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    /** @return the text directly in the element, without that of its children */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }

    /** @return the engine's own attribute of this name, as the engine reads it; empty if there is none */
    static String extension(Element element, String localName) {
        String file = element.getOwnerDocument().getDocumentElement().getNamespaceURI();
        List<String> namespaces = file != null && DMN.matcher(file).matches() ? IN_DMN : IN_BPMN;
        return namespaces.stream()
                .filter(namespace -> element.hasAttributeNS(namespace, localName))
                .map(namespace -> element.getAttributeNS(namespace, localName))
                .findFirst()
                .orElse("");
    }

    /** @return whether the element or attribute is an addition of the engine to BPMN or DMN */
    static boolean isExtension(Node node) {
        String namespace = node.getNamespaceURI();
        return namespace != null && (IN_BPMN.contains(namespace) || IN_DMN.contains(namespace));
    }

    /** @return whether the element belongs to BPMN or DMN itself */
    static boolean isStandard(Node node) {
        return node.getNamespaceURI() != null
                && STANDARD.matcher(node.getNamespaceURI()).matches();
    }

    /** @return the id of the nearest element of this name around the given one; empty if there is none */
    static String around(Element element, String localName) {
        for (Node node = element.getParentNode(); node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals(localName)) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /**
     * @return the id by which the author knows the element: its own, or that of the nearest element around it with an
     *     id
     */
    static String idOf(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            String id = around.getAttribute("id");
            if (!id.isEmpty()
                    && !isExtension(around)
                    && !around.getLocalName().endsWith("EventDefinition")
                    && !around.getLocalName().endsWith("xpression")) {
                return id;
            }
        }
        return "";
    }
}
