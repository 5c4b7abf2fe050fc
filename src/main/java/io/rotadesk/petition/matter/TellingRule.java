package io.rotadesk.petition.matter;

import java.util.Optional;

/**
 * Says whether a step that tells the petitioner something has to wait (P4). A module that has such a rule offers a bean; it is asked
 * before the form of a step is saved, so it holds for matters that run on an earlier version of a model too.
 */
public interface TellingRule {

    /**
     * @param step the id of the task in the model
     * @return a sentence for the reader that says what is missing; empty if the step need not wait
     */
    Optional<String> missing(Matter matter, String step);
}
