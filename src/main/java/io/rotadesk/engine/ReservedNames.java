package io.rotadesk.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that mean something else already: to the engine's expressions, to a form in the browser, or as a model bean. A
 * model that gave such a name to a variable could reach what expressions are not meant to reach, or hide a bean.
 */
final class ReservedNames {

    /** What the engine itself sets in a multi-instance activity: expressions may read them, models may not set them. */
    static final Set<String> LOOP_VARIABLES =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    /** In small letters: a name that differs by them alone would still be a trap for whoever reads it. */
    private static final Set<String> WORDS = Set.of(
            // The engine's expressions.
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
            "decisionresult",
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
            // FEEL.
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
            // The browser: what every object has.
            "constructor",
            "prototype",
            "tostring",
            "valueof",
            "tolocalestring",
            "hasownproperty",
            "isprototypeof",
            "propertyisenumerable");

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]{0,63}");

    private ReservedNames() {}

    /** @return whether a variable, parameter or field may have this name: letters, digits and underscores, and free */
    static boolean isFree(String name, ModelBeans beans) {
        return NAME.matcher(name).matches() && !isWord(name) && !beans.reserves(name);
    }

    /** @return whether the name itself means something in expressions of models, in FEEL or in the browser */
    static boolean isWord(String name) {
        return name.startsWith("__") || WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
