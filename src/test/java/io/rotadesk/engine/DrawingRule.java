package io.rotadesk.engine;

import java.util.List;
import java.util.function.Function;

/** What is true of a drawing that can be taken in at a glance. */
enum DrawingRule {
    EVERYTHING_IS_DRAWN_ON_THE_PLANE_WHERE_IT_BELONGS(Diagram::notDrawnWhereItBelongs),
    A_COLLAPSED_SUBPROCESS_HAS_A_PLANE_OF_ITS_OWN(Diagram::collapsedWithoutPlane),
    ONE_JOIN_TAKES_ALL_WAYS_IN(Diagram::joinsInARow),
    FLOWS_RUN_UPRIGHT_OR_LEVEL(onEveryPlane(Plane::askew)),
    FLOWS_DO_NOT_CROSS(onEveryPlane(Plane::crossings)),
    /** At most {@link Plane#MOST_NODES}; more are drawn in parts, each on a plane of its own. */
    A_PLANE_HAS_NO_MORE_NODES_THAN_A_PERSON_TAKES_IN(onEveryPlane(Plane::tooManyNodes)),
    /** At most {@link Plane#WIDEST} px. */
    A_PLANE_FITS_ON_A_SCREEN(onEveryPlane(Plane::tooWide)),
    /** At most {@link Plane#LONGEST_FLOW} px. */
    FLOWS_ARE_SHORT(onEveryPlane(Plane::longFlows)),
    /** For at most {@link Plane#LONGEST_OVERLAP} px, from where on two look like one. */
    FLOWS_DO_NOT_LIE_ON_ONE_ANOTHER(onEveryPlane(Plane::overlaps)),
    FLOWS_GO_ROUND_WHAT_THEY_DO_NOT_LEAD_TO(onEveryPlane(Plane::flowsThroughNodes)),
    /** At most {@link Plane#LEFT_EDGE} px from it, and left of what it leads to. */
    A_START_IS_AT_THE_LEFT_EDGE(onEveryPlane(Plane::startsNotAtTheLeftEdge)),
    THE_ICON_OF_A_TASK_IS_SEEN(onEveryPlane(Plane::hiddenIcons));

    private final Function<Diagram, List<String>> faults;

    DrawingRule(Function<Diagram, List<String>> faults) {
        this.faults = faults;
    }

    /** @return what is drawn badly, in sentences; empty for a good drawing */
    List<String> faults(Diagram diagram) {
        return faults.apply(diagram);
    }

    private static Function<Diagram, List<String>> onEveryPlane(Function<Plane, List<String>> rule) {
        return diagram -> diagram.onEveryPlane(rule);
    }
}
