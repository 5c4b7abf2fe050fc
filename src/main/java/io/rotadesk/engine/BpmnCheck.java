package io.rotadesk.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What must not stand in a BPMN file, and what must. Looks at local names: the engine takes several namespaces. */
final class BpmnCheck {

    private static final Set<String> CLASSES = Set.of("class", "formHandlerClass", "variableMappingClass");
    private static final Set<String> SCRIPTS = Set.of("scriptFormat", "language");
    private static final Set<String> SYSTEM_TASKS = Set.of("shell", "mail");
    private static final Map<String, String> REFUSED_ELEMENTS = Map.of(
            "scriptTask", "model.script",
            "script", "model.script",
            "connector", "model.connector",
            "formData", "model.formData",
            "formProperty", "model.formData");

    private final ModelFile file;
    private final ModelBeans beans;
    private final Set<String> variables;
    private final Set<String> forms;
    private final Set<String> definitions;
    private final List<ModelFinding> findings;

    /**
     * @param variables that expressions may use
     * @param forms the ids of the forms that are deployed together with the file
     * @param definitions the ids of the processes and decisions that are
     */
    BpmnCheck(
            ModelFile file,
            ModelBeans beans,
            Set<String> variables,
            Set<String> forms,
            Set<String> definitions,
            List<ModelFinding> findings) {
        this.file = file;
        this.beans = beans;
        this.variables = variables;
        this.forms = forms;
        this.definitions = definitions;
        this.findings = findings;
    }

    void check() {
        file.forEach(element -> {
            // The engine evaluates the documentation of a user task, and no other.
            if (!element.getLocalName().equals("documentation")) {
                check(element);
            } else if (element.getParentNode().getLocalName().equals("userTask")
                    && ModelExpression.isExpression(ModelFile.text(element))) {
                add(element, "model.textWithExpression");
            }
        });
    }

    private void check(Element element) {
        String refused = REFUSED_ELEMENTS.get(element.getLocalName());
        if (refused != null) {
            add(element, refused);
        }
        switch (element.getLocalName()) {
            case "process" -> checkProcess(element);
            case "userTask" -> checkUserTask(element);
            case "startEvent" -> checkStartEvent(element);
            default -> {}
        }
        for (Attr attribute : ModelFile.attributes(element)) {
            check(element, attribute.getLocalName(), attribute.getValue());
        }
        checkExpression(element, ModelFile.text(element));
    }

    private void check(Element element, String attribute, String value) {
        if (CLASSES.contains(attribute)) {
            add(element, "model.class", value);
        } else if (SCRIPTS.contains(attribute)) {
            add(element, "model.script");
        } else if (attribute.equals("type") && SYSTEM_TASKS.contains(value)) {
            add(element, "model.systemTask", value);
        } else if (attribute.equals("formKey")) {
            add(element, "model.formKey");
        } else if (attribute.equals("formRef")) {
            checkForm(element, value);
        } else if (attribute.equals("decisionRef") || attribute.equals("calledElement")) {
            checkCalled(element, attribute, value);
        } else if (attribute.toLowerCase(Locale.ROOT).endsWith("delegateexpression")) {
            checkDelegate(element, value);
        } else {
            checkExpression(element, value);
        }
    }

    private void checkProcess(Element process) {
        if (ModelFile.attribute(process, "historyTimeToLive").isBlank()) {
            add(process, "model.historyTimeToLive");
        }
    }

    private void checkUserTask(Element task) {
        if (ModelFile.attribute(task, "formRef").isBlank()
                && ModelFile.attribute(task, "formKey").isBlank()) {
            add(task, "model.noForm");
        }
        if (ModelExpression.isExpression(task.getAttribute("name"))) {
            add(task, "model.textWithExpression");
        }
    }

    private void checkStartEvent(Element event) {
        if (!ModelFile.attribute(event, "formRef").isBlank()
                && ModelFile.attribute(event, "asyncBefore").equals("true")) {
            add(event, "model.asyncStart");
        }
    }

    private void checkForm(Element element, String form) {
        if (!ModelFile.attribute(element, "formRefBinding").equals("deployment")) {
            add(element, "model.formBinding", form);
        }
        if (!forms.contains(form)) {
            add(element, "model.formMissing", form);
        }
    }

    /** Bound to the deployment it must be in it; otherwise it may come later. */
    private void checkCalled(Element element, String attribute, String called) {
        if (!definitions.contains(called)
                && ModelFile.attribute(element, attribute + "Binding").equals("deployment")) {
            add(element, "model.calledMissing", called);
        }
        checkExpression(element, called);
    }

    private void checkDelegate(Element element, String expression) {
        String name = new ModelExpression(expression).singleName().orElse("");
        Class<?> wanted = switch (element.getLocalName()) {
            case "taskListener" -> TaskListener.class;
            case "executionListener" -> ExecutionListener.class;
            default -> JavaDelegate.class;
        };
        if (!beans.containsKey(name)) {
            add(element, "model.delegate", expression, String.join(", ", new TreeSet<>(beans.names())));
        } else if (!wanted.isAssignableFrom(beans.type(name))
                && !(wanted == ExecutionListener.class && JavaDelegate.class.isAssignableFrom(beans.type(name)))) {
            add(element, "model.delegateType", name, element.getLocalName());
        }
    }

    private void checkExpression(Element element, String text) {
        if (ModelExpression.isExpression(text)) {
            for (var problem : new ModelExpression(text).problems(beans, variables)) {
                add(element, problem.message(), problem.arguments());
            }
        }
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }
}
