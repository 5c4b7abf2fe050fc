package io.rotadesk.leasing.call;

import static io.rotadesk.leasing.call.CallState.ABANDONED;
import static io.rotadesk.leasing.call.CallState.ANSWERED;
import static io.rotadesk.leasing.call.CallState.COVERED;
import static io.rotadesk.leasing.call.CallState.MISSED;
import static io.rotadesk.leasing.call.CallState.OTHER;
import static io.rotadesk.leasing.call.CallState.RECEIVED;
import static io.rotadesk.leasing.call.CallState.REGISTERED;
import static io.rotadesk.leasing.call.CallState.RINGING;
import static io.rotadesk.leasing.call.CallState.UNASSIGNED;

import io.rotadesk.engine.Guidance;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;

/**
 * One call, from the first ring to the entry. Its methods are the possible transitions: each returns the changed call,
 * and throws a {@link WrongStateException} in a state that does not allow the transition.
 *
 * @param source where it came from: the phone system, or an agent by hand
 * @param erasedAt since when it tells nothing of the caller any more; null if they were not erased
 */
public record Call(
        CallKey key,
        String source,
        CallState state,
        Instant receivedAt,
        Caller caller,
        Ringing ringing,
        Talk talk,
        Said said,
        Written written,
        Cover cover,
        CallBack callBack,
        Guidance guidance,
        Sent sent,
        Instant erasedAt) {

    private static final String LEASING = "leasing";

    /** A new incoming call. */
    static Call received(CallKey key, String source, Caller caller, Sent sent, Instant at) {
        return new Call(
                key,
                source,
                RECEIVED,
                at,
                caller,
                Ringing.NOWHERE,
                Talk.NONE,
                Said.NOTHING,
                Written.NOT_YET,
                Cover.NONE,
                CallBack.NOT_YET,
                Guidance.BY_PROCESS,
                sent,
                null);
    }

    public String unitId() {
        return key.unitId();
    }

    public String callId() {
        return key.callId();
    }

    /** Whether a process guides it. */
    public boolean guided() {
        return guidance.guided();
    }

    /** The earlier agent and the last contact, as the number and the caller told them. */
    public PriorContact prior() {
        return new PriorContact(
                caller.priorAgent(), said.ownerKnownBy(), caller.priorContactKind(), caller.priorContactAt());
    }

    /** Sets the data found by the number, which is fixed when the call comes in. */
    Call from(Caller known) {
        in("looked up", RECEIVED);
        return with(known);
    }

    /** An agent's phone rings. Keeps the first agent, whom the phone system was told. */
    Call ringsAt(String agent, Instant now, Instant answerBy) {
        in("offered", RECEIVED, RINGING, UNASSIGNED);
        boolean first = state == RECEIVED;
        return with(RINGING, first ? ringing.firstAt(agent, now, answerBy) : ringing.at(agent, now, answerBy));
    }

    /** Nobody can take it; the manager decides. */
    Call takenByNobody() {
        in("left to the manager", RECEIVED, RINGING, UNASSIGNED);
        return with(UNASSIGNED, ringing.at(null, null, null));
    }

    /** Somebody picked it up, perhaps at another phone than the one that rang. */
    Call answeredAtPhoneOf(String agent) {
        in("answered", RINGING);
        return with(ringing.now(agent));
    }

    /** @param rings null if nobody counted them */
    Call pickedUpBy(String agent, Instant now, Integer rings) {
        in("picked up", RINGING, UNASSIGNED);
        return with(ANSWERED, talk.answeredBy(agent, now, rings));
    }

    /** The agent did not pick up. */
    Call unansweredBy(String agent, Instant now) {
        in("unanswered", RINGING);
        return with(ringing.missedBy(agent, now));
    }

    /** An agent had it already and logs it by hand. */
    Call loggedBy(String agent, Instant now) {
        in("logged", RECEIVED);
        return with(ANSWERED, talk.answeredBy(agent, now, null));
    }

    /**
     * The caller hung up before anyone answered. Without a process, also used for a call whose process was removed a
     * second time.
     *
     * @param returner the login of the agent who calls back
     */
    Call hungUp(Instant now, String returner) {
        in("hung up on", RECEIVED, RINGING, UNASSIGNED, ABANDONED);
        return with(MISSED, talk.by(returner).ended(now));
    }

    /** The manager wants the caller called back later. */
    Call toBeReturnedBy(String returner) {
        in("left for later", UNASSIGNED);
        return with(MISSED, talk.by(returner));
    }

    /** The conversation, or the attempt at one, is over; the entry may be written by then. */
    Call lineIsFree(Instant now) {
        in("over", ANSWERED, MISSED, OTHER, COVERED, REGISTERED, ABANDONED);
        return with(talk.ended(now));
    }

    /** Sets the caller's answers (L2.2b). */
    Call answers(String enquiry, String contactedBefore, String namedAgent) {
        in("asked", ANSWERED);
        return with(new Said(enquiry, contactedBefore, namedAgent, said.owner(), said.ownerKnownBy()));
    }

    /** The agent found out who is on the phone, whose number did not tell it (L2.2b). */
    Call recognized(Caller known) {
        in("recognized", ANSWERED);
        return with(known);
    }

    /** @param owner the earlier agent who counts; null for none */
    Call ownedBy(String owner, String knownBy) {
        in("somebody's customer", ANSWERED);
        return with(said.ownedBy(owner, knownBy));
    }

    /** The earlier agent takes it over (L2.2c). */
    Call handedOverTo(String agent, Instant now) {
        in("handed over", ANSWERED);
        return with(talk.handedOverTo(agent, now));
    }

    /** The caller was put through to a colleague, and the conversation goes on. */
    Call putThroughTo(String agent, Instant now) {
        in("put through", ANSWERED);
        return with(talk.handedOverTo(agent, now).goesOn());
    }

    /** The line is not free after all. */
    Call goesOn() {
        in("going on", ANSWERED);
        return with(talk.goesOn());
    }

    /**
     * It was answered although its end was reported first. The conversation is over.
     *
     * @param at the time of the answer
     */
    Call answeredAfterAll(String agent, Instant at) {
        in("answered after all", MISSED);
        return with(ANSWERED, talk.answeredBy(agent, at, null));
    }

    /** Its id came again for another call. */
    Call followedBy(String laterId) {
        return with(sent.followedBy(laterId));
    }

    /** The phone system reported a further leg of it. */
    Call withLegs() {
        return with(sent.withLegs());
    }

    /** An event brought something that could not be used. */
    Call alsoSent(String unusable) {
        return with(sent.alsoUnusable(unusable));
    }

    /** The phone system said why the line is free. */
    Call hungUpFor(String cause) {
        return with(sent.hungUpFor(cause));
    }

    /** The call was not about leasing. */
    Call aboutSomethingElse(Instant now) {
        in("about something else", ANSWERED);
        return with(OTHER, written.done(written.scriptVersion(), now));
    }

    /** Sets the register entry (L2.3). */
    Call registeredBy(String agent, Written entry) {
        in("registered", ANSWERED);
        return with(REGISTERED, talk.by(agent), entry);
    }

    /** Sets the corrected entry, and whose it is from now on; null for nobody's. */
    Call corrected(Written entry, Long customer) {
        in("corrected", REGISTERED);
        return with(entry, caller.isCustomer(customer));
    }

    /** It was ended as something else, and was about leasing after all. */
    Call wasAboutLeasing(Written entry, Long customer) {
        in("about leasing after all", OTHER);
        return with(REGISTERED, said.about(LEASING), entry, caller.isCustomer(customer));
    }

    /** Corrects what the covering agent wrote; whether the colleague calls back stays as it was. */
    Call coverCorrected(String answer, String callBackNumber) {
        in("corrected", COVERED);
        return with(cover.corrected(answer, callBackNumber));
    }

    /** Sets the customer that the entry created or found; null for none. */
    Call of(Long customer) {
        in("a customer's", REGISTERED);
        return with(caller.isCustomer(customer));
    }

    /** The call was answered for a colleague (L2.2d, L2.2e). */
    Call covered(Cover how, Integer scriptVersion, Instant now) {
        in("covered", ANSWERED);
        return with(COVERED, how, written.done(scriptVersion, now));
    }

    /** The colleague has read the notes (L2.2d). */
    Call coverRead(Instant now) {
        in("read", COVERED);
        return with(cover.read(now));
    }

    /** The colleague called the customer back, or tried to (L2.2e). */
    Call calledBack(boolean reached, String remarks, String by, Instant now) {
        in("called back", COVERED);
        return with(callBack.tried(reached, remarks, by, now));
    }

    /** A missed caller was called back, or somebody tried (L2.1); a caller who was reached counts as answered. */
    Call returned(boolean reached, String remarks, String by, Instant now) {
        in("returned", MISSED);
        return with(reached ? ANSWERED : MISSED, callBack.tried(reached, remarks, by, now));
    }

    /** From now on it goes on without its process, in any state. */
    Call withoutModel() {
        return with(guidance.none());
    }

    /** Neither a process nor the order of the day could take it. */
    Call onlyEntered() {
        in("left to the manager", RECEIVED);
        return with(UNASSIGNED, guidance.none());
    }

    /**
     * Its process was removed. A caller who was not answered goes to the manager, once; a call that was answered but
     * not registered is over.
     */
    Call processRemoved(Instant now) {
        in("without its process", RECEIVED, RINGING, UNASSIGNED, ANSWERED, MISSED, COVERED);
        CallState then = switch (state) {
            case RECEIVED, RINGING, UNASSIGNED -> guidance.removedAt() == null ? UNASSIGNED : ABANDONED;
            case ANSWERED -> ABANDONED;
            default -> state;
        };
        return with(then, ringing.now(null), guidance.removed(now));
    }

    /** It has a process again. */
    Call guidedAgain() {
        in("guided again", UNASSIGNED, ANSWERED, MISSED);
        return with(guidance.again());
    }

    private void in(String transition, CallState... from) {
        WrongStateException.unless("Call " + key, transition, state, from);
    }

    private Call with(Object... parts) {
        return Parts.replace(this, parts);
    }
}
