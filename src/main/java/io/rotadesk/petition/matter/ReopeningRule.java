package io.rotadesk.petition.matter;

import java.util.Optional;

/** Says whether a closed matter is reopened when its petitioner comes back with it. */
public interface ReopeningRule {

    /** Why it is not. */
    enum Kept {
        /** The level above is looking into it. */
        UNDER_REVIEW,
        /** The level above has given its opinion; whoever does not agree asks the next level. */
        REVIEWED,
        /** The answer is final: the matter is not accepted any more. */
        FINAL
    }

    /** @return empty if it is reopened */
    Optional<Kept> kept(Matter closed);
}
