package io.rotadesk.petition.review;

import java.time.Instant;

/**
 * The opinion on a request (复查意见, 复核意见).
 *
 * @param opinion its text; null until it is written
 * @param sentBackWhy why the leader wants it otherwise; null unless they do
 */
record Opinion(Outcome outcome, String opinion, String writtenBy, Instant writtenAt, String sentBackWhy) {

    static final Opinion NOT_YET = new Opinion(null, null, null, null, null);

    Opinion sentBack(String why) {
        return new Opinion(outcome, opinion, writtenBy, writtenAt, why);
    }
}
