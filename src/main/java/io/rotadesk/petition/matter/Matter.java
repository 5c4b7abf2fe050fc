package io.rotadesk.petition.matter;

import static io.rotadesk.petition.matter.MatterState.ALERTED;
import static io.rotadesk.petition.matter.MatterState.CLOSED;
import static io.rotadesk.petition.matter.MatterState.JOINED;
import static io.rotadesk.petition.matter.MatterState.NOT_RECEIVED;
import static io.rotadesk.petition.matter.MatterState.ON_SCENE;
import static io.rotadesk.petition.matter.MatterState.PLANNED;
import static io.rotadesk.petition.matter.MatterState.RECEIVED;
import static io.rotadesk.petition.matter.MatterState.WAITING;

import io.rotadesk.petition.workday.Profile;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;

/**
 * A matter that petitioners brought. What can happen to it are its methods: each answers with the matter as it is then,
 * and throws a {@link WrongStateException} in a state in which that cannot happen. What has not happened or is not
 * known is null.
 *
 * @param number the number that people use, year and serial; unique in the tree of units
 * @param rootUnitId the unit at the top of the tree
 * @param receivedBy the unit to which the petitioner came first
 * @param ticketId the id of the ticket with which it began
 * @param openedBy the login of the person who registered it
 * @param erasedAt the time at which the personal data was erased
 */
public record Matter(
        MatterId id,
        String number,
        String rootUnitId,
        String receivedBy,
        TicketId ticketId,
        Instant openedAt,
        String openedBy,
        MatterState state,
        Petitioner petitioner,
        Statement statement,
        Handling handling,
        Due due,
        Answer answer,
        Ending ending,
        RepeatVisits repeat,
        Consent consent,
        Instant erasedAt) {

    /** Somebody has to do something about it. */
    private static final MatterState[] OPEN = {RECEIVED, PLANNED, ALERTED, ON_SCENE};

    /** A matter whose petitioner is registered. */
    static Matter begun(
            MatterId id,
            String number,
            String rootUnitId,
            TicketId ticketId,
            Instant openedAt,
            String openedBy,
            Petitioner petitioner,
            Statement statement,
            Handling handling,
            Consent consent) {
        return new Matter(
                id,
                number,
                rootUnitId,
                handling.unitId(),
                ticketId,
                openedAt,
                openedBy,
                WAITING,
                petitioner,
                statement,
                handling,
                Due.NEVER,
                Answer.NOT_YET,
                Ending.NOT_YET,
                RepeatVisits.FIRST,
                consent,
                null);
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isClosed() {
        return state == CLOSED;
    }

    public boolean isPlanned() {
        return handling.plannedAt() != null;
    }

    /**
     * Whether the deadline is missed that is in force; also true for a matter that was closed too late.
     */
    public boolean isOverdue() {
        return overdueSince() != null;
    }

    /** Whether this deadline or an earlier one was missed, whatever became of it. */
    public boolean wasOverdue() {
        return due.firstOverdueAt() != null;
    }

    /**
     * Writes down what the petitioner said; before anybody is responsible for it. Somebody who was erased while they waited, and
     * says it all again, can be erased again.
     */
    Matter recorded(Petitioner who, Statement what) {
        in("recorded", WAITING);
        return erasedAt(null).with(who, what);
    }

    /** The petitioner was received: who did it is responsible from now on. */
    Matter receivedBy(String login, Instant until, Instant now) {
        in("received", WAITING);
        return with(RECEIVED, handling.receivedBy(login, now), due.until(until, DueKind.ACCEPT));
    }

    /** The petitioner left, did not come, or cancelled. */
    Matter notReceived() {
        in("not received", WAITING);
        return with(NOT_RECEIVED);
    }

    /** The petitioner who did not come is in line again. */
    Matter waitsAgain() {
        in("in line again", NOT_RECEIVED);
        return with(WAITING);
    }

    /** It is a repeat visit: what it brought is with the earlier matter. */
    Matter joins(MatterId earlier, Instant now) {
        in("joined to an earlier one", WAITING);
        return with(JOINED, repeat.joined(earlier), handling.joined(now));
    }

    /**
     * The petitioner came again with it; of a closed one that reopens it, which is the next step.
     *
     * @param who came; if they were erased meanwhile, it is known again whose matter it is
     * @param purpose what they want by now, and what they wanted before
     */
    Matter cameAgain(Petitioner who, String purpose) {
        in("taken up again", RECEIVED, PLANNED, ALERTED, ON_SCENE, CLOSED);
        Matter again = with(repeat.again(), statement.wanting(purpose));
        return erasedAt == null ? again : again.erasedAt(null).with(who);
    }

    /**
     * A closed matter comes back: its plan, reply and end are those of the earlier round, see {@link MatterRounds}. It is at least as
     * serious as it was.
     *
     * @param visit what the petitioner said now
     */
    Matter reopens(String unit, String login, Statement visit, Instant until, Instant now) {
        in("reopened", CLOSED);
        return with(
                RECEIVED,
                handling.movedTo(unit, login),
                statement.gradedAgain(visit),
                due.next(until, DueKind.REVIEW),
                Answer.NOT_YET,
                ending.reopened(now));
    }

    /** It turns out to be a large-scale event (P5), which is a major matter; also before anybody was received. */
    Matter alerted(Instant until, Instant now) {
        in("a large-scale event", WAITING, RECEIVED, PLANNED, ALERTED, ON_SCENE);
        return with(
                ALERTED,
                handling.alerted(now),
                statement.graded(Profile.ORDINARY, statement.isSerious() ? grade() : "major"),
                due.orElse(until, DueKind.ACCEPT));
    }

    /** A leader has acknowledged the alert of a matter that was nobody's; that may come late. */
    Matter acknowledgedBy(String login) {
        in("acknowledged", RECEIVED, PLANNED, ALERTED, ON_SCENE, CLOSED);
        return with(handling.by(login));
    }

    /** The leader was on the scene and answered the petitioners (P5). */
    Matter attended(String login) {
        in("attended", OPEN);
        return with(ON_SCENE, handling.by(login));
    }

    /** The petitioner was told the method and the deadline (P4). */
    Matter planned(Due promised, Instant now) {
        in("planned", OPEN);
        return with(PLANNED, handling.planned(now), promised);
    }

    /** The calendar has changed, and with it the last day. */
    Matter dueMoved(Instant until) {
        in("due on another day", OPEN);
        return with(due.until(until, due.kind()));
    }

    /** More time was approved, and the petitioner was told of it: the later deadline counts (P4). */
    Matter extended(Instant until) {
        in("extended", OPEN);
        return with(due.next(until, DueKind.EXTENDED));
    }

    /** Another unit and another person are responsible now, and a new plan is to be set; the deadline stays. */
    Matter movedTo(String unit, String login) {
        in("transferred", OPEN);
        return with(RECEIVED, handling.movedTo(unit, login));
    }

    /** Another person of the unit is responsible from now on. */
    Matter handledBy(String login) {
        in("somebody else's", OPEN);
        return with(handling.by(login));
    }

    /** The petitioner was told what became of it. */
    Matter answered(Answer told) {
        in("answered", OPEN);
        return with(told);
    }

    /** @param outcome for the summary, unless it has one */
    Matter closes(String by, String outcome, Instant now) {
        in("closed", OPEN);
        return with(CLOSED, ending.closed(now, by), answer.outcome() == null ? answer.with(outcome) : answer);
    }

    /** The deadline has passed; once for each deadline. */
    Matter missed(Instant now) {
        in("overdue", OPEN);
        return with(due.missed(now));
    }

    /** Nothing says any more who brought it and what they said, in whatever state it is. */
    Matter erased(Instant now) {
        return erasedAt(now).with(petitioner.erased(), statement.erased(), answer.erased(), Consent.NONE);
    }

    private Matter erasedAt(Instant when) {
        return new Matter(
                id,
                number,
                rootUnitId,
                receivedBy,
                ticketId,
                openedAt,
                openedBy,
                state,
                petitioner,
                statement,
                handling,
                due,
                answer,
                ending,
                repeat,
                consent,
                when);
    }

    /** The petitioner agrees to be sent messages about it. */
    Matter agreed(String by, Instant now) {
        return with(new Consent(now, by));
    }

    /** The petitioner wants no messages any more. */
    Matter disagreed() {
        return with(Consent.NONE);
    }

    /** Whether the petitioner wants to be sent messages about it. */
    public boolean agreesToMessages() {
        return consent.at() != null;
    }

    /** When they agreed to that; null unless they did. */
    public Instant messagesAgreedAt() {
        return consent.at();
    }

    /** It belongs to another category (P7), in whatever state it is. */
    Matter classified(String category) {
        return with(statement.in(category));
    }

    /** @throws WrongStateException unless somebody has to do something about it */
    void requireOpen() {
        in("worked on", OPEN);
    }

    private void in(String transition, MatterState... from) {
        WrongStateException.unless("Matter " + number, transition, state, from);
    }

    private Matter with(Object... parts) {
        return Parts.replace(this, parts);
    }

    public String unitId() {
        return handling.unitId();
    }

    public String petitionerName() {
        return petitioner.name();
    }

    public String petitionerPhone() {
        return petitioner.phone();
    }

    public boolean anonymous() {
        return petitioner.anonymous();
    }

    public int groupSize() {
        return petitioner.groupSize();
    }

    public String summary() {
        return statement.summary();
    }

    public String destination() {
        return statement.destination();
    }

    public String account() {
        return statement.account();
    }

    public String purpose() {
        return statement.purpose();
    }

    public String category() {
        return statement.category();
    }

    public String profile() {
        return statement.profile();
    }

    public String grade() {
        return statement.grade();
    }

    public MatterId earlierId() {
        return statement.earlierId();
    }

    public String responsible() {
        return handling.responsible();
    }

    public Instant receivedAt() {
        return handling.receivedAt();
    }

    public boolean largeScale() {
        return handling.largeScale();
    }

    public Instant dueAt() {
        return due.at();
    }

    public DueKind dueKind() {
        return due.kind();
    }

    public Instant overdueSince() {
        return due.overdueSince();
    }

    public String reply() {
        return answer.reply();
    }

    public String replyToldHow() {
        return answer.toldHow();
    }

    public Instant replyToldAt() {
        return answer.toldAt();
    }

    public Boolean satisfied() {
        return answer.satisfied();
    }

    public String outcome() {
        return answer.outcome();
    }

    public Instant closedAt() {
        return ending.closedAt();
    }

    public String closedBy() {
        return ending.closedBy();
    }

    public int reopened() {
        return ending.reopened();
    }

    /** From 1: how often it was taken up. */
    int round() {
        return reopened() + 1;
    }

    public Instant reopenedAt() {
        return ending.reopenedAt();
    }

    public MatterId joinedInto() {
        return repeat.joinedInto();
    }

    public int visits() {
        return repeat.visits();
    }
}
