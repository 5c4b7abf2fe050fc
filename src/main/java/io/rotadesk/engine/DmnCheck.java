package io.rotadesk.engine;

import io.rotadesk.platform.input.SafeText;
import java.util.HashSet;
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
        if (name.equals("decisionTable")) {
            DecisionContract contract =
                    contracts.decision(ModelFile.around(element, "decision")).orElse(null);
            new DecisionTableCheck(file, element, contract, names(), findings).check();
        }
    }

    /** What rules may read by name besides the variables offered to the decision: the other decisions of the file. */
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        file.forEach(element -> {
            switch (element.getLocalName()) {
                case "decision" -> names.add(element.getAttribute("id"));
                case "output", "variable" -> names.add(element.getAttribute("name"));
                case "input" -> names.add(ModelFile.extension(element, "inputVariable"));
                default -> {}
            }
        });
        return names;
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
        if (read == null || read.problem() == null) {
            return;
        }
        FeelSigns.firstIn(feel)
                .ifPresentOrElse(
                        wrong -> addCell(
                                text,
                                "model.feelSign",
                                SafeText.shortened(feel, SHOWN),
                                wrong.written(),
                                wrong.meant()),
                        () -> addCell(text, read.problem(), SafeText.shortened(feel, SHOWN), read.detail()));
    }

    /** Says which rule and column it is, where it is in a table. */
    private void addCell(Element text, String message, Object... arguments) {
        Element cell = (Element) text.getParentNode();
        if (cell.getParentNode() instanceof Element rule && rule.getLocalName().equals("rule")) {
            int row = position(rule, "rule");
            int column = position(cell, cell.getLocalName());
            String heading = heading((Element) rule.getParentNode(), cell.getLocalName(), column);
            findings.add(ModelFinding.inCell(file.name(), cell, row, heading, message, arguments));
        } else {
            add(text, message, arguments);
        }
    }

    /** @return which of its parent's children of this name it is, from 1 */
    private static int position(Element element, String name) {
        return 1 + named((Element) element.getParentNode(), name).indexOf(element);
    }

    private static String heading(Element table, String cell, int position) {
        List<Element> columns = named(table, cell.replace("Entry", ""));
        if (columns.size() < position) {
            return String.valueOf(position);
        }
        Element column = columns.get(position - 1);
        String label = column.getAttribute("label");
        String name = label.isBlank() ? column.getAttribute("name") : label;
        return name.isBlank() ? String.valueOf(position) : name;
    }

    private static List<Element> named(Element parent, String name) {
        return ModelFile.children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }
}
