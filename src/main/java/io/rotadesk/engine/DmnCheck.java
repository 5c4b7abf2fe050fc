package io.rotadesk.engine;

import io.rotadesk.platform.input.SafeText;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Checks what a DMN file may contain, and what it must: decisions are FEEL, which is parsed but not run here, and their
 * history has an end.
 */
final class DmnCheck {

    /** Exactly the names that the engine takes for FEEL. */
    private static final Set<String> FEEL = Set.of(
            "feel",
            "FEEL",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private static final Set<String> TYPES = Set.of(
            "string",
            "boolean",
            "integer",
            "long",
            "double",
            "number",
            "date",
            "time",
            "dateTime",
            "dayTimeDuration",
            "yearMonthDuration",
            "Any");

    private static final Set<String> ELEMENTS = Set.of(
            "allowedAnswers",
            "annotation",
            "annotationEntry",
            "association",
            "authorityRequirement",
            "decision",
            "decisionTable",
            "defaultOutputEntry",
            "definitions",
            "description",
            "extensionElements",
            "informationRequirement",
            "input",
            "inputData",
            "inputEntry",
            "inputExpression",
            "inputValues",
            "knowledgeSource",
            "literalExpression",
            "output",
            "outputEntry",
            "outputValues",
            "question",
            "requiredAuthority",
            "requiredDecision",
            "requiredInput",
            "rule",
            "sourceRef",
            "targetRef",
            "text",
            "textAnnotation",
            "variable");

    private static final Set<String> EXTENSION_ATTRIBUTES =
            Set.of("diagramRelationId", "historyTimeToLive", "inputVariable", "versionTag");

    /** The length to which an expression is cut in a message. */
    private static final int SHOWN = 80;

    private final ModelFile file;
    private final ModelBeans beans;
    private final Contracts contracts;
    private final List<ModelFinding> findings;

    DmnCheck(ModelFile file, ModelBeans beans, Contracts contracts, List<ModelFinding> findings) {
        this.file = file;
        this.beans = beans;
        this.contracts = contracts;
        this.findings = findings;
    }

    void check() {
        file.forEach(this::check);
        new DecisionRequirements(file).problem().ifPresent(decision -> add(decision, "model.decisionRequirements"));
    }

    private void check(Element element) {
        String name = element.getLocalName();
        if (ModelFile.isExtension(element) || ModelFile.isStandard(element) && !ELEMENTS.contains(name)) {
            add(element, "model.element", name);
        }
        for (Attr attribute : ModelFile.attributes(element)) {
            check(element, attribute);
        }
        if (ModelExpression.isExpression(ModelFile.text(element)) && !name.equals("description")) {
            add(element, "model.notFeel", "${...}");
        }
        if (name.equals("decision")) {
            String key = element.getAttribute("id");
            contracts
                    .decision(key)
                    .ifPresent(
                            contract -> findings.addAll(new DecisionContractCheck(file, element, contract).missing()));
            contracts.almost(key).ifPresent(meant -> add(element, "model.contract.key", key, meant));
            HistoryTime.problem(ModelFile.extension(element, "historyTimeToLive"))
                    .ifPresent(message -> add(element, message));
        }
        if (name.equals("text")) {
            checkFeel(element);
        }
    }

    private void check(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        if (Set.of("id", "name", "namespace", "versionTag").contains(name)
                && value.length() > BpmnVocabulary.longest(name)) {
            add(element, "model.long", value, name, BpmnVocabulary.longest(name));
        }
        switch (name) {
            case "expressionLanguage", "typeLanguage" -> {
                if (!FEEL.contains(value)) {
                    add(element, "model.notFeel", value);
                }
            }
            case "typeRef" -> {
                if (!TYPES.contains(value)) {
                    add(element, "model.type", value);
                }
            }
            case "inputVariable" -> checkName(element, value);
            case "name" -> {
                if (element.getLocalName().equals("output")) {
                    checkName(element, value);
                }
            }
            default -> {
                if (ModelFile.isExtension(attribute) && !EXTENSION_ATTRIBUTES.contains(name)) {
                    add(element, "model.attribute", value, name);
                }
            }
        }
    }

    private void checkName(Element element, String name) {
        if (!ReservedNames.isFree(name, beans)) {
            add(element, "model.name", name);
        }
    }

    private void checkFeel(Element text) {
        String feel = ModelFile.text(text).strip();
        if (feel.isEmpty()) {
            return;
        }
        FeelRules.Read read = switch (text.getParentNode().getLocalName()) {
            case "inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression" ->
                FeelRules.expression(feel);
            case "inputEntry" -> FeelRules.unaryTests(feel);
            default -> null;
        };
        if (read != null && read.problem() != null) {
            add(text, read.problem(), SafeText.shortened(feel, SHOWN), read.detail());
        }
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }
}
