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

    /** In small letters: a name that differs by them alone would still be a trap for who reads it. */
    private static final Set<String> RESERVED = Set.of(
            // What the engine's expressions know besides variables.
            "execution",
            "caseexecution",
            "task",
            "externaltask",
            "authenticateduserid",
            "decisionresult",
            "loopcounter",
            "nrofinstances",
            "nrofactiveinstances",
            "nrofcompletedinstances",
            // Words and functions of expressions.
            "now",
            "datetime",
            "currentuser",
            "currentusergroups",
            "null",
            "true",
            "false",
            "empty",
            "not",
            "and",
            "or",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "instanceof",
            // What every object has in the browser.
            "constructor",
            "prototype",
            "tostring",
            "tolocalestring",
            "valueof",
            "hasownproperty",
            "isprototypeof",
            "propertyisenumerable");

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]{0,63}");

    private ReservedNames() {}

    /** @return whether a variable, parameter or field may have this name: letters, digits and underscores, and free */
    static boolean isFree(String name, ModelBeans beans) {
        return NAME.matcher(name).matches()
                && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
                && !beans.reserves(name);
    }
}
