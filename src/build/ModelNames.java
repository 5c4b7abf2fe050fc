import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes what the models name as Java constants, one class a model: {@code CallHandling.Task.PICK_UP_CALL}; and the fields of all
 * forms in one class: {@code Fields.CUSTOMER_NAME}. The build runs it before it compiles, so code and tests cannot name what no model
 * and no form has.
 *
 * <p>Arguments: the folder of the models, that of the forms, the folder for the classes, their package.
 */
public final class ModelNames {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** The kinds with which ids begin, as ModelConventionsTest wants it; nobody asks for a flow. */
    private static final Set<String> KINDS =
            Set.of("StartEvent", "Event", "EndEvent", "Gateway", "Task", "SubProcess", "CallActivity");

    private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"(\\w+)\"");

    /** The constants of a class within the class, by name. */
    private final Map<String, Map<String, String>> groups = new TreeMap<>();

    private final Map<String, String> own = new LinkedHashMap<>();

    private ModelNames() {}

    public static void main(String[] arguments) throws Exception {
        Path models = Path.of(arguments[0]);
        String inPackage = arguments[3];
        Path classes = Path.of(arguments[2]).resolve(inPackage.replace('.', '/'));
        Files.createDirectories(classes);
        Map<String, String> sources = new TreeMap<>();
        ModelNames decisions = new ModelNames();
        for (Path model : list(models)) {
            String file = model.getFileName().toString();
            Document document = file.endsWith(".bpmn") || file.endsWith(".dmn") ? parse(model) : null;
            if (file.endsWith(".bpmn")) {
                String name = className(file);
                sources.put(name + ".java", of(document).source(file, name, inPackage));
            } else if (file.endsWith(".dmn")) {
                elements(document, "decision").forEach(decision -> decisions.addOwn(decision.getAttribute("id")));
            }
        }
        sources.put("Decisions.java", decisions.source("*.dmn", "Decisions", inPackage));
        sources.put("Fields.java", fields(Path.of(arguments[1])).source("*.form", "Fields", inPackage));
        for (Path old : list(classes)) {
            if (!sources.containsKey(old.getFileName().toString())) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = classes.resolve(source.getKey());
            // An unchanged file keeps its time, so that nothing is compiled again.
            if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
                Files.writeString(file, source.getValue());
            }
        }
    }

    private static Document parse(Path model) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(model.toFile());
    }

    private static ModelNames of(Document document) {
        ModelNames names = new ModelNames();
        elements(document, "process").forEach(process -> names.own.put("PROCESS", process.getAttribute("id")));
        for (Element element : elements(document, "*")) {
            String id = element.getAttribute("id");
            int kind = id.indexOf('_');
            if (BPMN.equals(element.getNamespaceURI()) && kind > 0 && KINDS.contains(id.substring(0, kind))) {
                // The parts of an element are named after it.
                if (id.indexOf('_', kind + 1) < 0) {
                    names.add(id.substring(0, kind), id.substring(kind + 1), id);
                }
            } else if (element.getLocalName().equals("message")) {
                names.add("Message", element.getAttribute("name"), element.getAttribute("name"));
            } else if (element.getLocalName().equals("taskListener") && element.getAttribute("event").equals("timeout")) {
                String task = ((Element) element.getParentNode().getParentNode()).getAttribute("id");
                names.add("Timer", task.substring(task.indexOf('_') + 1) + "_" + id, task + "." + id);
            }
        }
        return names;
    }

    private static ModelNames fields(Path forms) throws IOException {
        ModelNames names = new ModelNames();
        Set<String> keys = new TreeSet<>();
        for (Path form : list(forms)) {
            KEY.matcher(Files.readString(form)).results().forEach(key -> keys.add(key.group(1)));
        }
        keys.forEach(names::addOwn);
        return names;
    }

    private void addOwn(String value) {
        own.put(upperCase(value.replace('-', '_')), value);
    }

    private void add(String group, String name, String value) {
        String constant = upperCase(name);
        String before =
                groups.computeIfAbsent(group, g -> new TreeMap<>()).put(constant, value);
        if (before != null && !before.equals(value)) {
            throw new IllegalArgumentException(before + " and " + value + " would both be " + constant);
        }
    }

    private String source(String file, String name, String inPackage) {
        List<String> lines = new ArrayList<>();
        lines.add("package " + inPackage + ";");
        lines.add("");
        lines.add("/** What {@code " + file + "} names. Written by the build, see {@code src/build/ModelNames.java}. */");
        lines.add("public final class " + name + " {");
        lines.add("");
        own.forEach((constant, value) -> lines.add(constant(constant, value)));
        lines.add("");
        lines.add("    private " + name + "() {}");
        groups.forEach((group, constants) -> {
            lines.add("");
            lines.add("    public static final class " + group + " {");
            lines.add("");
            constants.forEach((constant, value) -> lines.add("    " + constant(constant, value)));
            lines.add("");
            lines.add("        private " + group + "() {}");
            lines.add("    }");
        });
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String constant(String name, String value) {
        return "    public static final String " + name + " = \"" + value + "\";";
    }

    private static String upperCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** Files are named in kebab case. */
    private static String className(String file) {
        StringBuilder name = new StringBuilder();
        for (String word : file.substring(0, file.lastIndexOf('.')).split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
