package io.rotadesk.engine;

import io.rotadesk.platform.input.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Checks what a BPMN file may contain, and what it must. Everything that the engine reads and this check does not know
 * is refused ({@link BpmnVocabulary}). The parsed result is checked once more ({@link ParsedModels}).
 */
final class BpmnCheck {

    /** At most 99 retries, or one after each of the named times. */
    private static final Pattern RETRIES = Pattern.compile("(R\\d{1,2}/)?P[0-9YMWDTHS]+(,P[0-9YMWDTHS]+){0,19}");

    private static final Set<String> DATES = Set.of("dueDate", "followUpDate");
    private static final Set<String> NUMBERS = Set.of("priority", "jobPriority", "taskPriority");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /** The elements whose name the engine evaluates. */
    private static final Set<String> NAMES_READ = Set.of("message", "signal", "userTask");

    /** The length to which a text of the model is cut in a message. */
    private static final int SHOWN = 80;

    private final ModelFile file;
    private final ModelBeans beans;
    private final Contracts contracts;
    private final Predicate<String> isKnown;
    private final Set<String> forms;
    private final Set<String> definitions;
    private final List<ModelFinding> findings;

    /**
     * @param isKnown whether expressions may use a variable of this name
     * @param forms the ids of the forms deployed together with the file
     * @param definitions the ids of the processes and decisions deployed together with the file
     */
    BpmnCheck(
            ModelFile file,
            ModelBeans beans,
            Contracts contracts,
            Predicate<String> isKnown,
            Set<String> forms,
            Set<String> definitions,
            List<ModelFinding> findings) {
        this.file = file;
        this.beans = beans;
        this.contracts = contracts;
        this.isKnown = isKnown;
        this.forms = forms;
        this.definitions = definitions;
        this.findings = findings;
    }

    void check() {
        if (processes().stream().noneMatch(ModelFile::isExecutable)) {
            findings.add(new ModelFinding(file.name(), "", "model.nothingExecutable"));
        }
        file.forEach(element -> {
            // The engine evaluates the documentation of user tasks only.
            if (!ModelFile.isDocumentation(element)) {
                check(element);
            } else if (element.getParentNode().getLocalName().equals("userTask")
                    && ModelExpression.isExpression(ModelFile.text(element))) {
                add(element, "model.textWithExpression");
            }
        });
    }

    private List<Element> processes() {
        return ModelFile.children(file.root()).stream()
                .filter(element -> element.getLocalName().equals("process"))
                .toList();
    }

    private void check(Element element) {
        BpmnVocabulary.refusedElement(element).ifPresent(message -> add(element, message, element.getLocalName()));
        switch (element.getLocalName()) {
            case "process" -> checkProcess(element);
            case "userTask" -> checkUserTask(element);
            case "startEvent" -> checkStartEvent(element);
            case "callActivity" -> checkCallActivity(element);
            case "conditionalEventDefinition" -> checkConditionalEvent(element);
            case "conditionExpression", "condition" -> checkCondition(element);
            case "failedJobRetryTimeCycle" -> checkRetries(element);
            case "taskListener" -> new TimeoutListener(element).problem().ifPresent(message -> add(element, message));
            default -> {}
        }
        for (Attr attribute : ModelFile.attributes(element)) {
            check(element, attribute);
        }
        checkExpression(element, ModelFile.text(element));
    }

    private void check(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        Optional<String> refused = BpmnVocabulary.refusedAttribute(element, attribute);
        if (refused.isPresent()) {
            add(element, refused.get(), value, name, BpmnVocabulary.longest(name));
        } else if (BpmnVocabulary.namesVariable(element, attribute) && !ReservedNames.isFree(value, beans)) {
            add(element, "model.name", value);
        } else if (name.equals("formRef")) {
            checkForm(element, value);
        } else if (name.equals("decisionRef") || name.equals("calledElement")) {
            checkCalled(element, name, value);
        } else if (name.equals("delegateExpression")) {
            checkDelegate(element, value);
        } else if (ModelFile.isExtension(attribute) && DATES.contains(name)) {
            checkDate(element, value);
            checkExpression(element, value);
        } else if (ModelFile.isExtension(attribute) && NUMBERS.contains(name)) {
            checkNumber(element, name, value);
            checkExpression(element, value);
        } else if (!name.equals("name") || isNameRead(element)) {
            checkExpression(element, value);
        }
    }

    /** Most names are there for people only. */
    private static boolean isNameRead(Element element) {
        return !ModelFile.isStandard(element) || NAMES_READ.contains(element.getLocalName());
    }

    private void checkProcess(Element process) {
        if (!ModelFile.isLeftAlone(process)) {
            String days = ModelFile.extension(process, "historyTimeToLive");
            HistoryTime.problem(days).ifPresent(message -> add(process, message));
        }
        String key = process.getAttribute("id");
        if (contracts.hasProcess(key) && !ModelFile.isExecutable(process)) {
            add(process, "model.contract.executable");
        }
        contracts.almost(key).ifPresent(meant -> add(process, "model.contract.key", key, meant));
    }

    /** A target that is computed while the process runs could be the process itself, without end. */
    private void checkCallActivity(Element activity) {
        if (ModelExpression.isExpression(activity.getAttribute("calledElement"))) {
            add(activity, "model.calledByExpression");
        }
    }

    /**
     * Without a variable name the engine would evaluate the condition at every change, even those that it causes
     * itself.
     */
    private void checkConditionalEvent(Element condition) {
        if (ModelFile.extension(condition, "variableName").isBlank()) {
            add(condition, "model.condition");
        }
    }

    /** The engine would take anything else for a text, and a text is neither true nor false. */
    private void checkCondition(Element condition) {
        String text = ModelFile.text(condition).strip();
        if (!new ModelExpression(text).canBeTrueOrFalse(beans)) {
            add(condition, "model.conditionForm", SafeText.shortened(text, SHOWN));
        }
    }

    /** A literal; the date that an expression gives is known only when it runs. */
    private void checkDate(Element element, String text) {
        if (!ModelExpression.isExpression(text)
                && new ModelTimer(TimerDeclarationType.DATE, text.strip())
                        .problem()
                        .isPresent()) {
            add(element, "model.dueDate", SafeText.shortened(text, SHOWN));
        }
    }

    private void checkNumber(Element element, String name, String text) {
        if (!ModelExpression.isExpression(text) && !NUMBER.matcher(text).matches()) {
            add(element, "model.number", SafeText.shortened(text, SHOWN), name);
        }
    }

    private void checkRetries(Element retries) {
        if (!RETRIES.matcher(ModelFile.text(retries).strip()).matches()) {
            add(retries, "model.retries", ModelFile.text(retries));
        }
    }

    private void checkUserTask(Element task) {
        if (ModelFile.extension(task, "formRef").isBlank()
                && ModelFile.extension(task, "formKey").isBlank()) {
            add(task, "model.noForm");
        }
        if (ModelExpression.isExpression(task.getAttribute("name"))) {
            add(task, "model.textWithExpression");
        }
    }

    private void checkStartEvent(Element event) {
        if (!ModelFile.extension(event, "formRef").isBlank()
                && (ModelFile.extension(event, "asyncBefore").equals("true")
                        || ModelFile.extension(event, "async").equals("true"))) {
            add(event, "model.asyncStart");
        }
    }

    private void checkForm(Element element, String form) {
        if (!ModelFile.extension(element, "formRefBinding").equals("deployment")) {
            add(element, "model.formBinding", form);
        }
        if (!forms.contains(form)) {
            add(element, "model.formMissing", form);
        }
    }

    /** A definition bound to the deployment must be in it; otherwise it may be deployed later. */
    private void checkCalled(Element element, String attribute, String called) {
        if (!definitions.contains(called)
                && ModelFile.extension(element, attribute + "Binding").equals("deployment")) {
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
            add(element, "model.delegate", expression, delegates());
        } else if (!wanted.isAssignableFrom(beans.type(name))
                && !(wanted == ExecutionListener.class && JavaDelegate.class.isAssignableFrom(beans.type(name)))) {
            add(element, "model.delegateType", name, element.getLocalName());
        }
    }

    private String delegates() {
        return beans.names().stream().filter(beans::isDelegate).sorted().collect(Collectors.joining(", "));
    }

    private void checkExpression(Element element, String text) {
        if (ModelExpression.isExpression(text)) {
            for (var problem : new ModelExpression(text).problems(beans, isKnown)) {
                add(element, problem.message(), problem.arguments());
            }
        }
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }
}
