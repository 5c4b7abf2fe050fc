package io.rotadesk.petition.workday;

/**
 * The time limits for the steps of a matter (P4). Difficult and important matters have the ordinary ones, and never less
 * time than simple ones: see {@link Deadlines}.
 */
public record Profile(String id, Limit accept, Limit handle, Limit extend, Limit review) {

    /** The profile of every matter that is not simple, however difficult or important. */
    public static final String ORDINARY = "ORDINARY";

    /** The profile of matters whose facts are clear, and which are easily settled. */
    public static final String SIMPLE = "SIMPLE";

    /** @throws IllegalArgumentException for a step that is the same for all matters */
    public Limit limit(Step step) {
        return switch (step) {
            case ACCEPT -> accept;
            case HANDLE -> handle;
            case EXTEND -> extend;
            case REVIEW -> review;
            case OBJECT, APPEAL, RECHECK -> throw new IllegalArgumentException(step + " has no profile");
        };
    }
}
