package io.rotadesk.petition.review;

import static io.rotadesk.petition.review.ReviewState.ABANDONED;
import static io.rotadesk.petition.review.ReviewState.ASKED;
import static io.rotadesk.petition.review.ReviewState.IN_HAND;
import static io.rotadesk.petition.review.ReviewState.IN_HEARING;
import static io.rotadesk.petition.review.ReviewState.SIGNED;
import static io.rotadesk.petition.review.ReviewState.TOLD;
import static io.rotadesk.petition.review.ReviewState.WRITTEN;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A review of an answer by the level above. What can happen to it are its methods: each answers with the review as it is then, and
 * throws a {@link WrongStateException} in a state in which that cannot happen. What has not happened is null.
 *
 * @param unitId the unit that reviews
 * @param ofUnit the unit whose answer or opinion it reviews
 * @param round how often the matter had been reopened when the answer was given
 * @param endedAt when it was told or abandoned
 */
public record Review(
        ReviewId id,
        MatterId matterId,
        Stage stage,
        ReviewState state,
        String unitId,
        String ofUnit,
        int round,
        Request asked,
        Reviewer given,
        HearingDays hearing,
        ReviewDue due,
        Opinion written,
        Signature signature,
        Telling telling,
        Instant endedAt) {

    private static final ReviewState[] OPEN = {ASKED, IN_HAND, IN_HEARING, WRITTEN, SIGNED};

    static Review asked(
            ReviewId id,
            MatterId matterId,
            Stage stage,
            String unitId,
            String ofUnit,
            int round,
            Request request,
            Instant dueAt) {
        return new Review(
                id,
                matterId,
                stage,
                ASKED,
                unitId,
                ofUnit,
                round,
                request,
                Reviewer.NOBODY,
                HearingDays.NONE,
                ReviewDue.at(dueAt),
                Opinion.NOT_YET,
                Signature.NOT_YET,
                Telling.NOT_YET,
                null);
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it is under way or led to an opinion. */
    public boolean isOfUse() {
        return state != ABANDONED;
    }

    /** Whether the request came after its last day, so that it can only be refused. */
    public boolean isLate() {
        return asked.isLate();
    }

    public boolean isOverdue() {
        return due.overdueSince() != null;
    }

    /** Somebody is named who reviews. */
    Review given(String login, Instant now) {
        in("given to somebody", ASKED);
        return with(IN_HAND, new Reviewer(login, now));
    }

    /** There is a hearing from this day on. One is enough. */
    Review hears(LocalDate begins) {
        in("heard", IN_HAND);
        return with(IN_HEARING, new HearingDays(begins, null, null));
    }

    /** The hearing is over, and its days do not count. */
    Review heard(LocalDate ends, String notes) {
        in("over with its hearing", IN_HEARING);
        return with(IN_HAND, hearing.over(ends, notes));
    }

    Review written(Opinion opinion) {
        in("written", IN_HAND);
        return with(WRITTEN, opinion);
    }

    Review sentBack(String why) {
        in("sent back", WRITTEN);
        return with(IN_HAND, written.sentBack(why));
    }

    Review signed(String by, Instant now) {
        in("signed", WRITTEN);
        return with(SIGNED, new Signature(by, now));
    }

    Review told(String how, Instant at, String by, Instant now) {
        in("told", SIGNED);
        return ended(with(TOLD, new Telling(how, at, by)), now);
    }

    /** Its process was removed. */
    Review abandoned(Instant now) {
        in("abandoned", OPEN);
        return ended(with(ABANDONED), now);
    }

    /** Its last day is another one. */
    Review dueMoved(Instant until) {
        in("due on another day", OPEN);
        return with(due.movedTo(until));
    }

    Review reminded() {
        in("reminded of", OPEN);
        return with(due.reminded());
    }

    Review missed(Instant now) {
        in("overdue", OPEN);
        return with(due.missed(now));
    }

    private static Review ended(Review review, Instant now) {
        return new Review(
                review.id,
                review.matterId,
                review.stage,
                review.state,
                review.unitId,
                review.ofUnit,
                review.round,
                review.asked,
                review.given,
                review.hearing,
                review.due,
                review.written,
                review.signature,
                review.telling,
                now);
    }

    private void in(String transition, ReviewState... from) {
        WrongStateException.unless("Review " + id, transition, state, from);
    }

    private Review with(Object... parts) {
        return Parts.replace(this, parts);
    }

    public LocalDate askedOn() {
        return asked.askedOn();
    }

    public LocalDate askBy() {
        return asked.askBy();
    }

    /** What the petitioner wants, and why; null once they are erased. */
    public String request() {
        return asked.request();
    }

    public String enteredBy() {
        return asked.enteredBy();
    }

    public Instant enteredAt() {
        return asked.enteredAt();
    }

    public String reviewer() {
        return given.reviewer();
    }

    public LocalDate hearingBegins() {
        return hearing.begins();
    }

    public LocalDate hearingEnds() {
        return hearing.ends();
    }

    public Instant dueAt() {
        return due.at();
    }

    public Instant overdueSince() {
        return due.overdueSince();
    }

    public Outcome outcome() {
        return written.outcome();
    }

    public String opinion() {
        return written.opinion();
    }

    public String sentBackWhy() {
        return written.sentBackWhy();
    }

    public String signedBy() {
        return signature.signedBy();
    }

    public Instant signedAt() {
        return signature.signedAt();
    }

    public String toldHow() {
        return telling.toldHow();
    }

    public Instant toldAt() {
        return telling.toldAt();
    }
}
