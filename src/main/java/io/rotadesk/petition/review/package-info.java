/**
 * What follows when a petitioner does not agree with the answer: the next level up reviews it (复查), after that the level above
 * once more (复核), and then, or when nobody asks in time, the answer is final and the matter is not accepted any more (不再受理).
 *
 * <p>{@link io.rotadesk.petition.review.Reviews} is the entry point.
 */
package io.rotadesk.petition.review;
