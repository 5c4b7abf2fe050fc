package io.rotadesk.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that already have a meaning: in the engine's expressions, in a form in the browser, or as a model bean. A model
 * that gave such a name to a variable could reach objects that expressions must not reach, or hide a bean.
 */
final class ReservedNames {

    /**
     * Variables that the engine sets in a multi-instance activity: expressions may read them, models may not set them.
     */
    static final Set<String> LOOP_VARIABLES =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    /** In lower case: a name that differs only in case would still mislead readers. */
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
            // The browser: properties of every object.
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

    /**
     * @return whether a variable, parameter or field may have this name: only letters, digits and underscores, and not
     *     reserved
     */
    static boolean isFree(String name, ModelBeans beans) {
        return NAME.matcher(name).matches() && !isWord(name) && !beans.reserves(name);
    }

    /** @return whether the name itself means something in expressions of models, in FEEL or in the browser */
    static boolean isWord(String name) {
        return name.startsWith("__") || WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
