package io.rotadesk.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Finds expressions that read what only the form of some user task shows: inputs of the task, which are looked up when the
 * form is opened, and fields whose values stay with it. Where such an expression is evaluated there is no such variable.
 */
final class ShownOnlyCheck {

    private final ModelFile file;
    private final Map<String, Set<String>> fields;
    private final Function<String, Set<String>> declared;
    private final List<ModelFinding> findings;

    /** By process: the inputs of user tasks, and the task. */
    private final Map<String, Map<String, String>> shown = new HashMap<>();
    /** By process: the names that other elements make variables of the process, or of their own scope. */
    private final Map<String, Set<String>> variables = new HashMap<>();

    /**
     * @param fields the keys of the fields of each form
     * @param declared gives the declared variables of a process
     */
    ShownOnlyCheck(
            ModelFile file,
            Map<String, Set<String>> fields,
            Function<String, Set<String>> declared,
            List<ModelFinding> findings) {
        this.file = file;
        this.fields = fields;
        this.declared = declared;
        this.findings = findings;
    }

    void check() {
        file.forEach(this::collect);
        file.forEach(element -> {
            for (Attr attribute : ModelFile.attributes(element)) {
                check(element, attribute.getValue());
            }
            check(element, ModelFile.text(element));
        });
    }

    private void collect(Element element) {
        String process = ModelFile.around(element, "process");
        if (isOnlyShown(element)) {
            shown.computeIfAbsent(process, p -> new HashMap<>())
                    .put(element.getAttribute("name"), ModelFile.around(element, "userTask"));
            return;
        }
        Set<String> names = variables.computeIfAbsent(process, declared.andThen(HashSet::new));
        ModelFile.attributes(element).stream()
                .filter(attribute -> BpmnVocabulary.namesVariable(element, attribute))
                .forEach(attribute -> names.add(attribute.getValue()));
        Set<String> ofForm = new HashSet<>(fields.getOrDefault(ModelFile.extension(element, "formRef"), Set.of()));
        ofForm.removeAll(inputs(element));
        names.addAll(ofForm);
    }

    /** Whether the element is an input that only the form of its task may read. */
    private static boolean isOnlyShown(Element element) {
        return element.getLocalName().equals("inputParameter")
                && !ModelFile.around(element, "userTask").isEmpty();
    }

    private static Set<String> inputs(Element element) {
        Set<String> names = new HashSet<>();
        for (Element child : ModelFile.children(element)) {
            if (child.getLocalName().equals("inputParameter")) {
                names.add(child.getAttribute("name"));
            } else {
                names.addAll(inputs(child));
            }
        }
        return names;
    }

    private void check(Element element, String text) {
        if (!ModelExpression.isExpression(text) || element.getLocalName().equals("documentation")) {
            return;
        }
        String process = ModelFile.around(element, "process");
        Map<String, String> ofForms = shown.getOrDefault(process, Map.of());
        for (String name : new ModelExpression(text).names()) {
            String task = ofForms.get(name);
            if (task != null
                    && !variables.getOrDefault(process, Set.of()).contains(name)
                    && !(isWithin(element, task) && !isOnlyShown(element))) {
                findings.add(
                        new ModelFinding(file.name(), ModelFile.idOf(element), "model.expression.shown", name, task));
            }
        }
    }

    /** The task itself and its boundary events see its inputs: those that they read are stored. */
    private static boolean isWithin(Element element, String task) {
        if (element.getLocalName().equals("userTask")
                        && element.getAttribute("id").equals(task)
                || element.getAttribute("attachedToRef").equals(task)) {
            return true;
        }
        return element.getParentNode() instanceof Element around && isWithin(around, task);
    }
}
