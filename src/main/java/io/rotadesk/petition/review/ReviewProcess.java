package io.rotadesk.petition.review;

/** The process of a review. */
public interface ReviewProcess {

    /** Starts the review of a request that has just been entered. */
    void start(Review review);

    /** The deadline is another one: the watch over it begins again. */
    void dueMoved(Review review);
}
