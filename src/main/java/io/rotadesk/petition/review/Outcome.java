package io.rotadesk.petition.review;

/** What a review comes to. */
public enum Outcome {
    /** The answer stands (维持). */
    UPHELD,
    /** The answer does not stand (撤销): the matter is handled again. */
    REVOKED,
    /** The level above answers otherwise (变更): its opinion counts. */
    CHANGED,
    /** The first unit has to handle the matter again (责令重新处理). */
    REDO,
    /** The request came too late, and is refused. */
    LATE;

    /** Whether the first unit has to handle the matter again. */
    public boolean reopens() {
        return this == REVOKED || this == REDO;
    }
}
