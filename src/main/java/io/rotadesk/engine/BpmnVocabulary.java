package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The words that a BPMN file may use. Of the engine's additions to BPMN, in Camunda's namespace or in Activiti's, only
 * these are allowed. Anything else that the engine may read there is refused, since nobody has checked it.
 */
final class BpmnVocabulary {

    private static final Set<String> EXTENSION_ELEMENTS = Set.of(
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "taskListener",
            "executionListener",
            "properties",
            "property",
            "in",
            "out",
            "failedJobRetryTimeCycle",
            "errorEventDefinition");

    private static final Set<String> EXTENSION_ATTRIBUTES = Set.of(
            "assignee",
            "async",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "expression",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "resultVariableName",
            "taskPriority",
            "topic",
            "type",
            "variableEvents",
            "variableName",
            "versionTag");

    /** The engine's own elements have attributes without a namespace. */
    private static final Set<String> PLAIN_ON_EXTENSIONS = Set.of(
            "businessKey",
            "delegateExpression",
            "errorRef",
            "event",
            "expression",
            "id",
            "key",
            "local",
            "name",
            "source",
            "sourceExpression",
            "target",
            "value",
            "variables");

    /** The engine's attributes that name a variable which the element sets. */
    private static final Set<String> NAMING = Set.of(
            "resultVariable",
            "resultVariableName",
            "initiator",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    /** Words with a message of their own, wherever and in whatever namespace they occur. */
    private static final Map<String, String> REFUSED_ELEMENTS = Map.of(
            "scriptTask", "model.script",
            "script", "model.script",
            "connector", "model.connector",
            "formData", "model.formData",
            "formProperty", "model.formData",
            "import", "model.element",
            "field", "model.element");

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.of(
            "class", "model.class",
            "formHandlerClass", "model.class",
            "variableMappingClass", "model.class",
            "scriptFormat", "model.script",
            "language", "model.script",
            "formKey", "model.formKey");

    /** The length of the engine's columns for ids, names and codes. */
    static final int LONGEST = 255;

    private static final int LONGEST_VERSION_TAG = 64;

    private static final Set<String> KEPT_IN_COLUMNS = Set.of(
            "id",
            "name",
            "targetNamespace",
            "namespace",
            "topic",
            "errorCode",
            "escalationCode",
            "calledElement",
            "versionTag");

    private BpmnVocabulary() {}

    /** @return whether the engine, or a rule of this class, knows an element of this name */
    static boolean isWordOfTheEngine(String element) {
        return EXTENSION_ELEMENTS.contains(element) || REFUSED_ELEMENTS.containsKey(element);
    }

    static boolean isTooLong(String text) {
        return text != null && text.length() > LONGEST;
    }

    /** @return the longest value of an attribute that the engine keeps in a column */
    static int longest(String attribute) {
        return attribute.equals("versionTag") ? LONGEST_VERSION_TAG : LONGEST;
    }

    /** @return the message that says why the element may not stand there; empty when it may */
    static Optional<String> refusedElement(Element element) {
        String name = element.getLocalName();
        if (REFUSED_ELEMENTS.containsKey(name)) {
            return Optional.of(REFUSED_ELEMENTS.get(name));
        }
        return ModelFile.isExtension(element) && !EXTENSION_ELEMENTS.contains(name)
                ? Optional.of("model.element")
                : Optional.empty();
    }

    /** @return the message that says why the attribute may not stand there; empty when it may */
    static Optional<String> refusedAttribute(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        if (REFUSED_ATTRIBUTES.containsKey(name)) {
            return Optional.of(REFUSED_ATTRIBUTES.get(name));
        }
        if (KEPT_IN_COLUMNS.contains(name) && attribute.getValue().length() > longest(name)) {
            return Optional.of("model.long");
        }
        if (ModelFile.isExtension(attribute)) {
            if (!EXTENSION_ATTRIBUTES.contains(name)) {
                return Optional.of("model.attribute");
            }
            return name.equals("type") && !attribute.getValue().equals("external")
                    ? Optional.of("model.systemTask")
                    : Optional.empty();
        }
        boolean isPlain = attribute.getNamespaceURI() == null;
        return isPlain && ModelFile.isExtension(element) && !PLAIN_ON_EXTENSIONS.contains(name)
                ? Optional.of("model.attribute")
                : Optional.empty();
    }

    /** @return whether the value of the attribute becomes the name of a variable */
    static boolean namesVariable(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        if (ModelFile.isExtension(attribute)) {
            return NAMING.contains(name);
        }
        if (attribute.getNamespaceURI() != null) {
            return false;
        }
        return switch (element.getLocalName()) {
            case "inputParameter", "outputParameter", "inputDataItem" -> name.equals("name");
            case "in", "out" -> name.equals("target");
            case "errorEventDefinition", "escalationEventDefinition" -> NAMING.contains(name);
            default -> false;
        };
    }
}
