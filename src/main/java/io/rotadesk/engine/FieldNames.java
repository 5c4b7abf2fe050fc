package io.rotadesk.engine;

import java.util.Locale;
import java.util.Set;

/**
 * Names that no field of a form may have: what expressions of models mean something else by, here, in FEEL and in the
 * browser. A field of such a name would put its value in the place of a bean, say.
 *
 * @param beans names of the model beans
 */
record FieldNames(Set<String> beans) {

    /** In lower case. */
    private static final Set<String> WORDS = Set.of(
            // the engine's expressions
            "execution",
            "task",
            "caseexecution",
            "externaltask",
            "event",
            "variables",
            "authenticateduserid",
            "now",
            "datetime",
            "currentuser",
            "currentusergroups",
            "loopcounter",
            "nrofinstances",
            "nrofactiveinstances",
            "nrofcompletedinstances",
            "processenginecontext",
            "s",
            "xml",
            "json",
            "empty",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "instanceof",
            // FEEL
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "function",
            "external",
            "instance",
            "item",
            "partial",
            "cellinput",
            "inputvariablename",
            "this",
            "parent",
            // the browser
            "constructor",
            "prototype",
            "tostring",
            "valueof",
            "tolocalestring",
            "hasownproperty",
            "isprototypeof",
            "propertyisenumerable");

    boolean contains(String name) {
        return beans.contains(name) || name.startsWith("__") || WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
