package io.rotadesk.petition.enquiry;

import java.time.LocalDate;
import java.util.List;

/**
 * What a petitioner sees of their matter: no name, no text that anybody wrote, nothing about a person.
 *
 * @param number of the matter
 * @param receivedBy the name of the unit to which they came first or, with a matter that was closed, when they came back
 * @param unit the name of the unit that has it now
 * @param phone of that unit; empty if it has none
 * @param deadline the last day of the limit in force; null if there is none
 * @param overdue whether the limit has passed
 * @param stages in the order of events
 * @param ratingUntil the last day on which it can be rated; null unless it can be now
 * @param rating of the present round; null if there is none
 */
public record Progress(
        String number,
        String receivedBy,
        String unit,
        String phone,
        Phase phase,
        LocalDate deadline,
        boolean overdue,
        List<Stage> stages,
        LocalDate ratingUntil,
        Rating rating) {

    /** The state as petitioners understand it; each says what comes next. */
    public enum Phase {
        /** Nobody has received them yet. */
        WAITING,
        /** They left or did not come. */
        NOT_RECEIVED,
        /** It will be said how and by when the matter is handled. */
        TO_BE_PLANNED,
        /** It is being looked into again. */
        REVIEWED,
        HANDLED,
        /** A large-scale event: people are at the scene. */
        ON_SCENE,
        /** They were told the result. */
        ANSWERED,
        /** The level above reviews the answer. */
        UNDER_REVIEW,
        /** They were told the opinion of the level above, and may ask the next one. */
        TOLD_OPINION,
        /** The answer does not change any more. */
        FINAL,
        CLOSED
    }

    /** @param unit the name of the unit that did it */
    public record Stage(Step step, LocalDate day, String unit) {}

    /** The steps that petitioners see. */
    public enum Step {
        REGISTERED,
        NOT_RECEIVED,
        RECEIVED,
        CAME_AGAIN,
        REOPENED,
        SETTLED,
        PLANNED,
        EXTENDED,
        TRANSFERRED,
        ON_SCENE,
        ANSWERED,
        REVIEW_ASKED,
        REVIEW_TOLD,
        RECHECK_ASKED,
        RECHECK_TOLD,
        NOT_ACCEPTED_AGAIN,
        CLOSED
    }

    public boolean canBeRated() {
        return ratingUntil != null;
    }

    /** The name of the unit that received them is another one than that of the unit that has it. */
    public boolean isElsewhere() {
        return !receivedBy.equals(unit);
    }
}
