package io.rotadesk.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds expressions that read what only the form of some user task shows: inputs of the task, which are looked up when the
 * form is opened, and fields whose values stay with it. Where such an expression is evaluated there is no such variable. Also
 * finds views that are not an input of a user task.
 */
final class ShownOnlyCheck {

    private final ModelFile file;
    private final ModelBeans beans;
    private final Map<String, Set<String>> fields;
    private final Function<String, Set<String>> declared;
    private final List<ModelFinding> findings;

    /** By process: the inputs of user tasks, and the task. */
    private final Map<String, Map<String, String>> shown = new HashMap<>();
    /** By process: the names that other elements make variables of the process, or of their own scope. */
    private final Map<String, Set<String>> variables = new HashMap<>();
    /** By process: the parts of views, and their inputs, which are never stored. */
    private final Map<String, Set<String>> ofViews = new HashMap<>();

    /**
     * @param fields the keys of the fields of each form
     * @param declared gives the declared variables of a process
     */
    ShownOnlyCheck(
            ModelFile file,
            ModelBeans beans,
            Map<String, Set<String>> fields,
            Function<String, Set<String>> declared,
            List<ModelFinding> findings) {
        this.file = file;
        this.beans = beans;
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
            String task = ModelFile.around(element, "userTask");
            Map<String, String> ofForms = shown.computeIfAbsent(process, p -> new HashMap<>());
            ofForms.put(element.getAttribute("name"), task);
            view(element).ifPresent(view -> {
                view.names().forEach(name -> ofForms.put(name, task));
                Set<String> never = ofViews.computeIfAbsent(process, p -> new HashSet<>());
                never.add(element.getAttribute("name"));
                never.addAll(view.names());
            });
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

    private Optional<ViewParts> view(Element input) {
        return new ModelExpression(ModelFile.text(input)).view(beans);
    }

    private Set<String> inputs(Element element) {
        Set<String> names = new HashSet<>();
        for (Element child : ModelFile.children(element)) {
            if (child.getLocalName().equals("inputParameter")) {
                names.add(child.getAttribute("name"));
                view(child).ifPresent(view -> names.addAll(view.names()));
            } else {
                names.addAll(inputs(child));
            }
        }
        return names;
    }

    private void check(Element element, String text) {
        if (!ModelExpression.isExpression(text) || ModelFile.isDocumentation(element)) {
            return;
        }
        if (!isOnlyShown(element) && new ModelExpression(text).view(beans).isPresent()) {
            add(element, "model.expression.view", text);
        }
        String process = ModelFile.around(element, "process");
        Map<String, String> ofForms = shown.getOrDefault(process, Map.of());
        for (String name : new ModelExpression(text).names()) {
            String task = ofForms.get(name);
            if (task != null
                    && !beans.containsKey(name)
                    && !variables.getOrDefault(process, Set.of()).contains(name)
                    && !isSeen(element, name, process, task)) {
                add(element, "model.expression.shown", name, task);
            }
        }
    }

    /**
     * The task itself and its boundary events see those of its inputs that they read: these are stored. A part of a view never
     * is; but what was entered in the form is seen by the task's outputs.
     */
    private boolean isSeen(Element element, String name, String process, String task) {
        boolean isOfView = ofViews.getOrDefault(process, Set.of()).contains(name);
        return isWithin(element, task)
                && !isOnlyShown(element)
                && (!isOfView || element.getLocalName().equals("outputParameter") && isEntered(element, name));
    }

    private boolean isEntered(Element output, String name) {
        for (Node node = output; node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals("userTask")) {
                return fields.getOrDefault(ModelFile.extension(around, "formRef"), Set.of())
                        .contains(name);
            }
        }
        return false;
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }

    /** Whether the element belongs to the task or to one of its boundary events. */
    private static boolean isWithin(Element element, String task) {
        if (element.getLocalName().equals("userTask")
                        && element.getAttribute("id").equals(task)
                || element.getAttribute("attachedToRef").equals(task)) {
            return true;
        }
        return element.getParentNode() instanceof Element around && isWithin(around, task);
    }
}
