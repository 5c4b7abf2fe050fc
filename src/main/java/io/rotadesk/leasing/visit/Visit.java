package io.rotadesk.leasing.visit;

import static io.rotadesk.leasing.visit.VisitState.ABANDONED;
import static io.rotadesk.leasing.visit.VisitState.ARRIVED;
import static io.rotadesk.leasing.visit.VisitState.CANCELLED;
import static io.rotadesk.leasing.visit.VisitState.EXPECTED;
import static io.rotadesk.leasing.visit.VisitState.LEFT;
import static io.rotadesk.leasing.visit.VisitState.NO_SHOW;
import static io.rotadesk.leasing.visit.VisitState.OFFERED;
import static io.rotadesk.leasing.visit.VisitState.RECEIVED;
import static io.rotadesk.leasing.visit.VisitState.REGISTERED;
import static io.rotadesk.leasing.visit.VisitState.SEEN_OFF;
import static io.rotadesk.leasing.visit.VisitState.WAITING;

import io.rotadesk.engine.Guidance;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import io.rotadesk.staff.unit.Queue;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One visit, from the announcement to the entry and the hand-back. Its methods are the possible transitions: each
 * returns the changed visit, and throws a {@link WrongStateException} in a state that does not allow the transition.
 *
 * @param source where it came from: a kiosk or another system, or a person by hand
 * @param erasedAt since when it tells nothing of the visitor any more; null if they were not erased
 */
public record Visit(
        VisitKey key,
        String source,
        VisitState state,
        Announced announced,
        Coming coming,
        Known known,
        InLine inLine,
        Host host,
        Said said,
        Showing showing,
        Written written,
        Afterwards afterwards,
        Guidance guidance,
        Instant erasedAt) {

    /** {@link Said#purpose} of a visitor who comes to look at premises. */
    public static final String VIEWING = "viewing";

    /** {@link Said#purpose} of a competitor (L3.4). */
    public static final String MARKET_SURVEY = "marketSurvey";

    /** {@link Said#purpose} of a visitor who comes for something else. */
    public static final String OTHER = "other";

    /** A visitor who is here, or will come at the time of their appointment. */
    static Visit announced(VisitKey key, String source, Announced visitor, Coming coming, String purpose) {
        return new Visit(
                key,
                source,
                coming.appointmentAt() == null ? ARRIVED : EXPECTED,
                visitor,
                coming,
                Known.NOTHING,
                InLine.NEVER,
                Host.NOBODY,
                Said.announced(purpose),
                Showing.NOTHING,
                Written.NOT_YET,
                Afterwards.NOTHING,
                Guidance.BY_PROCESS,
                null);
    }

    public String unitId() {
        return key.unitId();
    }

    public String visitId() {
        return key.visitId();
    }

    /** Whether a process guides it. */
    public boolean guided() {
        return guidance.guided();
    }

    /** The earlier agent and the last contact, as the number and the visitor told them. */
    public PriorContact prior() {
        return new PriorContact(
                known.priorAgent(), said.ownerKnownBy(), known.priorContactKind(), known.priorContactAt());
    }

    /** Whether somebody still has to come to the visitor, or the visitor is still expected. */
    boolean isOpenAtTheDoor() {
        return state == EXPECTED || state == ARRIVED || state == OFFERED || state == WAITING;
    }

    /** Whether the visitor comes, or came, by appointment. */
    public boolean byAppointment() {
        return coming.appointmentAt() != null;
    }

    public boolean isMarketSurvey() {
        return MARKET_SURVEY.equals(said.purpose());
    }

    /** The time at which the visitor came, or is to come. */
    public Instant at() {
        return coming.arrivedAt() != null
                ? coming.arrivedAt()
                : coming.appointmentAt() != null ? coming.appointmentAt() : announced.at();
    }

    /**
     * The time since when the visitor waits: for a greeting since they came; for somebody else to come to them, since they
     * joined the line.
     *
     * @return null if they are not here and not in line
     */
    public Instant waitingSince() {
        return host.greetedAt() == null && coming.arrivedAt() != null ? coming.arrivedAt() : inLine.since();
    }

    /** Sets the data found by the number; looked up again on arrival, and then fixed. */
    Visit from(Known visitor) {
        in("looked up", EXPECTED, ARRIVED, OFFERED, WAITING);
        return with(visitor);
    }

    /** A visitor with an appointment is here; they may wait already, or somebody may be on the way to them. */
    Visit arrives(Instant now) {
        in("here", EXPECTED, ARRIVED, OFFERED, WAITING);
        return with(coming.arrived(now));
    }

    /** @param agent the agent who has to meet the visitor; null if nobody is on duty */
    Visit toBeMetBy(String agent, Instant until) {
        in("met by somebody else", EXPECTED);
        return with(host.now(agent, until));
    }

    /** The appointment is at another time or place; the agent is chosen again. */
    Visit movedTo(Instant at, String meetingPoint) {
        in("moved", EXPECTED);
        return with(coming.at(at, meetingPoint), host.now(null));
    }

    Visit cancelled() {
        in("cancelled", EXPECTED);
        return with(CANCELLED);
    }

    /** The agent's report about an appointment. */
    Visit arrivalIs(String word) {
        in("said to have arrived", EXPECTED);
        return with(coming.said(word));
    }

    Visit didNotCome() {
        in("a no-show", EXPECTED);
        return with(NO_SHOW);
    }

    /** The agent and the visitor have met. */
    Visit metBy(String agent) {
        in("met", EXPECTED);
        return with(RECEIVED, host.now(agent));
    }

    /** An agent is on the way to greet the visitor. */
    Visit offeredTo(String agent, Instant comeBy) {
        in("offered", ARRIVED, WAITING);
        return with(OFFERED, host.now(agent, comeBy), inLine.noMore());
    }

    /** The agent did not go to the visitor in time; possible also for a visitor who was met. */
    Visit notGreeted() {
        in("missed", OFFERED, RECEIVED);
        return with(ARRIVED, host.now(null));
    }

    /** The visitor waits for the next agent of a queue, or continues to wait for a greeting. */
    Visit waitsFor(Queue queue, Instant now) {
        in("waiting", EXPECTED, ARRIVED, RECEIVED);
        boolean stillTheSameWait = inLine.since() != null && host.greetedAt() == null;
        return with(WAITING, new InLine(queue, stillTheSameWait ? inLine.since() : now, null), host.now(null));
    }

    /** The visitor left before anyone could receive them. */
    Visit leaves() {
        in("gone", WAITING, ARRIVED);
        return with(LEFT, inLine.noMore());
    }

    /** The visitor was entered by mistake; the agent who is on the way need not come. */
    Visit withdrawn() {
        in("withdrawn", OFFERED);
        return with(VisitState.CANCELLED);
    }

    /** The manager took the visitor out of the line and gave them to an agent. */
    Visit assignedBy(String manager) {
        return with(inLine.assignedBy(manager));
    }

    /** The agent is with the visitor and has asked (L3.2b). */
    Visit greetedBy(String agent, Said answers, Instant now) {
        in("greeted", OFFERED, RECEIVED);
        return with(RECEIVED, host.greeted(agent, now), answers);
    }

    /** The visit is not about premises. */
    Visit aboutSomethingElse(Instant now) {
        in("about something else", RECEIVED);
        return with(VisitState.OTHER, written.done(now));
    }

    /** The visitor is a competitor (L3.4); this may be recognised at any moment of the reception. */
    Visit isAMarketSurvey() {
        in("a market survey", RECEIVED);
        return with(said.now(MARKET_SURVEY));
    }

    /** @param owner the earlier agent who counts; null for none */
    Visit ownedBy(String owner, String knownBy) {
        in("somebody's customer", RECEIVED);
        return with(said.ownedBy(owner, knownBy));
    }

    /** Sets the status that {@code customer-status.dmn} decided (L3.2e). */
    Visit decided(String status) {
        in("decided", ARRIVED, RECEIVED, SEEN_OFF);
        return with(said.decided(status));
    }

    /** The earlier agent, or a helper, is called to a visitor whom somebody has greeted (L3.2c, L3.2d). */
    Visit asksToCome(String agent, Instant comeBy) {
        in("a colleague's", ARRIVED, RECEIVED, WAITING);
        return with(OFFERED, host.now(agent, comeBy), inLine.noMore());
    }

    /**
     * The person who was called cannot come, or did not in time: the agent who greeted the visitor stays with them.
     */
    Visit notReceivedBy(String agent) {
        in("missed", OFFERED);
        return with(
                ARRIVED,
                host.now(host.greetedBy()),
                agent.equals(known.receivedTodayBy()) ? known.notReceivedToday() : known);
    }

    /** The person who was called is with the visitor. */
    Visit receivedBy(String agent, boolean byHelper) {
        in("received", OFFERED);
        return with(RECEIVED, host.came(agent, byHelper));
    }

    /** Sets what the visitor wants to rent (L3.3). */
    Visit wants(String intent, BigDecimal floorArea) {
        in("asked", RECEIVED);
        return with(written.wants(intent, floorArea));
    }

    /** Sets the notes of one of the steps of the reception (L3.3). */
    Visit shown(Showing soFar) {
        in("shown around", RECEIVED);
        return with(soFar);
    }

    /** The visitor has been seen off, or has left before that (L3.8). */
    Visit seenOff(Instant now) {
        in("seen off", RECEIVED);
        return with(SEEN_OFF, showing.over(now));
    }

    /** Sets the register entry (L3.8). */
    Visit registeredBy(String agent, Written entry) {
        in("registered", SEEN_OFF);
        return with(REGISTERED, host.now(agent), entry);
    }

    /** Sets the corrected entry, and whose it is from now on; null for nobody's. */
    Visit corrected(Written entry, Long customer) {
        in("corrected", REGISTERED);
        return with(entry, known.isCustomer(customer));
    }

    /** It was ended as something else, and was about leasing after all. */
    Visit wasAboutLeasing(Written entry, Long customer) {
        in("about leasing after all", VisitState.OTHER);
        return with(REGISTERED, said.now(VIEWING), entry, known.isCustomer(customer));
    }

    /** Sets the customer that the entry created or found; null for none. */
    Visit of(Long customer) {
        in("a customer's", REGISTERED);
        return with(known.isCustomer(customer));
    }

    /** Sets whether the manager has to check the reception (L3.6). */
    Visit drawn(boolean toBeChecked) {
        in("drawn", REGISTERED);
        return with(afterwards.drawn(toBeChecked));
    }

    /** Sets the helper's hand-back to the earlier agent (L3.2d). */
    Visit handedBack(String course, String result, Instant now) {
        in("handed back", REGISTERED);
        return with(afterwards.handedBack(course, result, now));
    }

    /** The earlier agent has read the hand-back (L3.2d). */
    Visit acknowledged(Instant now) {
        in("acknowledged", REGISTERED);
        return with(afterwards.acknowledged(now));
    }

    /** From now on it goes on without its process, in any state. */
    Visit withoutModel() {
        return with(guidance.none());
    }

    /**
     * Its process was removed. A visitor who was not received yet goes to the manager and an appointment starts over,
     * once; a visit that was received but not registered is over.
     */
    Visit processRemoved(Instant now) {
        in("without its process", EXPECTED, ARRIVED, OFFERED, WAITING, RECEIVED, SEEN_OFF, REGISTERED);
        Visit removed = with(guidance.removed(now));
        return switch (state) {
            case RECEIVED, SEEN_OFF -> removed.with(ABANDONED);
            case EXPECTED, ARRIVED, OFFERED, WAITING ->
                guidance.removedAt() != null
                        ? removed.with(ABANDONED, inLine.noMore())
                        : state == EXPECTED
                                ? removed.with(inLine.noMore())
                                : removed.with(ARRIVED, inLine.noMore(), host.now(null));
            default -> removed;
        };
    }

    /** It has a process again. A visitor who was with somebody already waits in line. */
    Visit guidedAgain(Instant now) {
        in("guided again", EXPECTED, ARRIVED, OFFERED);
        Visit again = with(guidance.again());
        return state == ARRIVED && guidance.removedAt() != null
                ? again.with(WAITING, new InLine(Queue.VISIT, inLine.since() != null ? inLine.since() : now, null))
                : again;
    }

    private void in(String transition, VisitState... from) {
        WrongStateException.unless("Visit " + key, transition, state, from);
    }

    private Visit with(Object... parts) {
        return Parts.replace(this, parts);
    }
}
